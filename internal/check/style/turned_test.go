package style

import "testing"

func TestTransformed(t *testing.T) {
	for value, want := range map[string]float64{
		"none": 0, "rotate(90deg)": 90, "rotate(45deg) translate(3px, 4px) rotate(45deg)": 90, "rotatez(.25turn)": 90, "rotate(100grad)": 90,
		"matrix(0, 1, -1, 0, 0, 0)": 90, "rotate3d(0, 0, -1, 90deg)": -90, "rotate3d(1, 0, 0, 90deg)": 0, "rotatex(90deg)": 0, "scale(2)": 0,
	} {
		if got, ok := transformed(value); !ok || got-want > .01 || want-got > .01 {
			t.Errorf("%s: %v %v, wanted %v", value, got, ok, want)
		}
	}
	for _, value := range []string{"rotate(", "rotatez(0, 0, 1, 270deg)", "rotate(calc(45deg * 2))", "rotate(x)", "matrix(1)"} {
		if got, ok := transformed(value); ok {
			t.Errorf("%s is taken for %v", value, got)
		}
	}
}
