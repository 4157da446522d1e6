package consent

import "handrail/internal/finding"

var review = judged("consent/review", finding.Error)
