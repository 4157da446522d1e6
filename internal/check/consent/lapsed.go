package consent

import "handrail/internal/finding"

var lapsed = judged("consent/lapsed", finding.Withhold)
