package consent

import "handrail/internal/finding"

var mentioned = judged("consent/mentioned", finding.Ask)
