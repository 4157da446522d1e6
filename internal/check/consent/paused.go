package consent

import "handrail/internal/finding"

var paused = judged("consent/paused", finding.Withhold)
