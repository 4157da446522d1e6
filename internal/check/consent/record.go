package consent

import "handrail/internal/finding"

var record = judged("consent/record", finding.Error)
