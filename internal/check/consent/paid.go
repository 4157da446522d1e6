package consent

import "handrail/internal/finding"

var paid = judged("consent/paid", finding.Ask)
