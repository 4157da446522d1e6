package consent

import "handrail/internal/finding"

var expired = judged("consent/expired", finding.Withhold)
