package meta

import "testing"

func TestDelay(t *testing.T) {
	for content, want := range map[string]int{
		"0": 0, " 5 ; url=/a": 5, "5,/a": 5, "5 /a": 5, "5.9; url=/a": 5, ".5": 0, "072000": 72000, "99999999999999999999": 1 << 30,
		"": -1, "+5": -1, "-5": -1, "; 30": -1, "foo; url=/a": -1, "0: /a": -1, "5s": -1,
	} {
		got, ok := delay(content)
		if !ok {
			got = -1
		}
		if got != want {
			t.Errorf("%q waits %d seconds, wanted %d", content, got, want)
		}
	}
}

func TestProperties(t *testing.T) {
	for content, want := range map[string]string{
		"maximum-scale=1": "1", "width=1;maximum-scale = 2": "2", "width=1 MAXIMUM-SCALE=3": "3",
		"maximum-scale=1,maximum-scale=5": "5", "maximum-scale": "", "maximum-scale=": "", "maximum-scale,=4": "",
		"maximum-scale==6": "6",
	} {
		if got := properties(content)["maximum-scale"]; got != want {
			t.Errorf("%q has %q, wanted %q", content, got, want)
		}
	}
}

func TestZoom(t *testing.T) {
	for value, want := range map[string]float64{"yes": 1, "no": 0.1, "2.5x": 2.5, "-1": 10, "device-width": 10, ".5": 0.5, "x": 0.1} {
		if got := largest(value); got != want {
			t.Errorf("%q allows %v, wanted %v", value, got, want)
		}
	}
	for value, want := range map[string]bool{"yes": false, "no": true, "1": false, "0.9": true, "-2": false, "device-height": false, "maybe": true} {
		if got := fixed(value); got != want {
			t.Errorf("%q keeps from zooming: %v", value, got)
		}
	}
}
