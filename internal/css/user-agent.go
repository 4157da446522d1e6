package css

import (
	_ "embed"
	"sync"
)

//go:embed user-agent.css
var userAgentText string

// userAgent is the sheet that browsers begin with.
var userAgent = sync.OnceValue(func() *rules { return parseSheet(userAgentText) })
