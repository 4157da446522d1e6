package consent

import "handrail/internal/finding"

var scope = judged("consent/scope", finding.Withhold)
