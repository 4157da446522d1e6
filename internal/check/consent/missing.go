package consent

import "handrail/internal/finding"

var missing = judged("consent/missing", finding.Withhold)
