package consent

import "handrail/internal/finding"

var recheck = judged("consent/recheck", finding.Ask)
