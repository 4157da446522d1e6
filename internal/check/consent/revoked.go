package consent

import "handrail/internal/finding"

var revoked = judged("consent/revoked", finding.Withhold)
