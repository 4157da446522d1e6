package css

import (
	"math"
	"testing"
)

func TestComputedValues(t *testing.T) {
	for name, test := range map[string]struct{ html, property, want string }{
		"variable":                       {`<style>:root{--a:lime}p{color:var(--a)}</style><p id=x>`, "color", "rgb(0, 255, 0)"},
		"variable of variables":          {`<style>:root{--a:var(--b);--b: lime }p{color:var(--a)}</style><p id=x>`, "color", "rgb(0, 255, 0)"},
		"inherited through elements":     {`<style>div{--a:lime}p{color:var(--a)}</style><div><section><p id=x>`, "color", "rgb(0, 255, 0)"},
		"fallback":                       {`<style>p{color:var(--none,lime)}</style><p id=x>`, "color", "rgb(0, 255, 0)"},
		"nested fallback":                {`<style>p{color:var(--none,var(--nor,lime))}</style><p id=x>`, "color", "rgb(0, 255, 0)"},
		"empty fallback is invalid":      {`<style>div{color:lime}p{color:red;color:var(--none,)}</style><div><p id=x>`, "color", "rgb(0, 255, 0)"},
		"invalid at computed-value time": {`<style>p{--a:20px;background-color:red;background-color:var(--a)}</style><p id=x>`, "background-color", "rgba(0, 0, 0, 0)"},
		"cycle":                          {`<style>p{--a:var(--b);--b:var(--a);color:var(--a,lime)}</style><p id=x>`, "color", "rgb(0, 255, 0)"},
		"a cycle of one":                 {`<style>p{--a:var(--a,red);color:var(--a,lime)}</style><p id=x>`, "color", "rgb(0, 255, 0)"},
		"beside a cycle":                 {`<style>p{--a:var(--b);--b:var(--b);color:var(--a,lime)}</style><p id=x>`, "color", "rgb(0, 255, 0)"},
		"names keep their case":          {`<style>p{--A:lime;--a:red;color:var(--A)}</style><p id=x>`, "color", "rgb(0, 255, 0)"},
		"in a shorthand":                 {`<style>p{--a:2px;border:var(--a) solid lime}</style><p id=x>`, "border-left-width", "2px"},
		"other longhands of it":          {`<style>p{--a:2px;border:var(--a) solid lime}</style><p id=x>`, "border-left-color", "rgb(0, 255, 0)"},
		"initial variable":               {`<style>div{--a:red}p{--a:initial;color:var(--a,lime)}</style><div><p id=x>`, "color", "rgb(0, 255, 0)"},
		"inherit as a fallback":          {`<style>div{color:lime}p{color:var(--a,inherit)}</style><div><p id=x>`, "color", "rgb(0, 255, 0)"},
		"registered":                     {`<style>@property --a{syntax:"<color>";inherits:false;initial-value:lime}div{--a:red}p{color:var(--a)}</style><div><p id=x>`, "color", "rgb(0, 255, 0)"},
		"the variable itself":            {`<style>p{--a: 1px  2px }</style><p id=x>`, "--a", "1px 2px"},
		"tokens do not join":             {`<style>p{--a:1;font-size:20px;font-size:var(--a)px}</style><div style="font-size:10px"><p id=x>`, "font-size", "10px"},

		"em of the parent":      {`<style>div{font-size:20px}p{font-size:2em}</style><div><p id=x>`, "font-size", "40px"},
		"rem":                   {`<style>html{font-size:10px}p{font-size:2rem}</style><p id=x>`, "font-size", "20px"},
		"percent of font-size":  {`<style>div{font-size:20px}p{font-size:150%}</style><div><p id=x>`, "font-size", "30px"},
		"calc":                  {`<style>p{font-size:calc(10px + 2 * (1rem - 6px))}</style><p id=x>`, "font-size", "30px"},
		"clamp":                 {`<style>p{font-size:clamp(1rem, 2vw, 20px)}</style><p id=x>`, "font-size", "20px"},
		"smaller":               {`<style>p{font-size:smaller}</style><p id=x>`, "font-size", "13.3333px"},
		"bolder":                {`<b><b id=x>`, "font-weight", "900"},
		"line-height number":    {`<style>div{line-height:1.5;font-size:20px}</style><div><p id=x>`, "line-height", "1.5"},
		"line-height percent":   {`<style>div{line-height:150%;font-size:20px}</style><div><p id=x style="font-size:5px">`, "line-height", "30px"},
		"negative line-height":  {`<style>p{line-height:2;line-height:-1}</style><p id=x>`, "line-height", "2"},
		"no border, no width":   {`<p id=x style="border-top-width:9px">`, "border-top-width", "0px"},
		"border":                {`<p id=x style="border:thick dotted">`, "border-top-width", "5px"},
		"margin of two":         {`<p id=x style="margin:1px 2px">`, "margin-left", "2px"},
		"margin of three":       {`<p id=x style="margin:1px 2px 3px">`, "margin-left", "2px"},
		"logical margin":        {`<p id=x style="margin-inline:1px 2px">`, "margin-right", "2px"},
		"percent stays":         {`<p id=x style="width:50%">`, "width", "50%"},
		"unitless length":       {`<p id=x style="width:5px;width:7">`, "width", "5px"},
		"nought needs no unit":  {`<p id=x style="width:5px;width:0">`, "width", "0px"},
		"two-word display":      {`<p id=x style="display:inline flow-root">`, "display", "inline-block"},
		"floats are blocks":     {`<b id=x style="float:left">`, "display", "block"},
		"so are flex items":     {`<p style="display:flex"><b id=x>`, "display", "block"},
		"overflow of one side":  {`<p id=x style="overflow-x:hidden">`, "overflow-y", "auto"},
		"font shorthand":        {`<p id=x style="font:italic bold 12px/2 'A b',serif">`, "font-family", "'A b', serif"},
		"its line-height":       {`<p id=x style="font:italic bold 12px/2 serif">`, "line-height", "2"},
		"font resets":           {`<p id=x style="font-weight:bold;font:12px serif">`, "font-weight", "400"},
		"text-decoration":       {`<p id=x style="text-decoration:red wavy underline">`, "text-decoration-line", "underline"},
		"several lines":         {`<p id=x style="text-decoration:underline overline">`, "text-decoration-line", "underline overline"},
		"no decoration":         {`<a href=. id=x style="text-decoration:none">`, "text-decoration-line", "none"},
		"animation":             {`<p id=x style="animation:1s ease-in 2s infinite spin">`, "animation-name", "spin"},
		"its delay":             {`<p id=x style="animation:1s ease-in 2s infinite spin">`, "animation-delay", "2s"},
		"two transitions":       {`<p id=x style="transition:color 1s, all 2s">`, "transition-duration", "1s, 2s"},
		"outline none":          {`<p id=x style="outline:0">`, "outline-style", "none"},
		"list-style none":       {`<ul id=x style="list-style:none">`, "list-style-type", "none"},
		"background colour":     {`<p id=x style="background:url(a.png) no-repeat left top/cover lime">`, "background-color", "rgb(0, 255, 0)"},
		"background none":       {`<p id=x style="background-color:red;background:none">`, "background-color", "rgba(0, 0, 0, 0)"},
		"colour of a border":    {`<p id=x style="border:1px solid">`, "border-top-color", "currentcolor"},
		"escapes in names":      {`<style>.a\:b{c\olor:lime}</style><p id=x class="a:b">`, "color", "rgb(0, 255, 0)"},
		"hidden":                {`<p hidden id=x>`, "display", "none"},
		"hidden, but displayed": {`<p hidden id=x style="display:block">`, "display", "block"},
	} {
		s := styled(t, test.html, Desktop)
		if have := s.Value(s.target(t), test.property); have != test.want {
			t.Errorf("%s: %s is %q, want %q", name, test.property, have, test.want)
		}
	}
}

func TestLengths(t *testing.T) {
	for style, want := range map[string]float64{
		"width:1in":                                  96,
		"width:2.54cm":                               96,
		"width:12pt":                                 16,
		"width:10vw":                                 128,
		"width:calc(1em + 1px)":                      17,
		"width:calc(2px*3/2 - 1px)":                  2,
		"width:min(10px, 1em)":                       10,
		"width:max(10px, 1em, 2px)":                  16,
		"width:calc(-1 * -3px)":                      3,
		"width:abs(-3px)":                            3,
		"width:round(7px, 5px)":                      5,
		"width:calc(1e1px)":                          10,
		"line-height:1.5;font-size:10px":             math.NaN(),
		"width:auto":                                 math.NaN(),
		"width:50%":                                  math.NaN(),
		"width:calc(50% + 1px)":                      math.NaN(),
		"width:10cqw":                                math.NaN(),
		"width:calc(1px+2px)":                        math.NaN(), // a sign needs space around it
		"width:calc(1px + 2)":                        math.NaN(),
		"width:3px;width:calc(2px * 2px)":            3,
		"width:3px;width:-1px":                       3,
		"width:3px;width:5furlongs":                  3,
		"width:clamp(none, 30px, 20px)":              20,
		"width:calc(100px * sign(-2) + 1em + 100px)": 16,
	} {
		s := styled(t, `<p id=x style="`+style+`">`, Desktop)
		have, ok := s.Length(s.target(t), "width")
		if ok == math.IsNaN(want) || ok && math.Abs(have-want) > 0.001 {
			t.Errorf("%s: %v %v, want %v", style, have, ok, want)
		}
	}
	s := styled(t, `<p id=x style="line-height:1.5;font-size:10px">`, Desktop)
	if n, ok := s.Length(s.target(t), "line-height"); !ok || n != 15 {
		t.Errorf("line-height 1.5 at 10px: %v %v, want 15", n, ok)
	}
}
