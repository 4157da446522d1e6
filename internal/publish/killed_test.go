package publish

import (
	"errors"
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"
)

// With this variable set the test binary is one build instead: it holds the
// output folder, the state folder and the number of the tree to write.
const buildVariable = "HANDRAIL_TEST_BUILD"

func TestMain(m *testing.M) {
	order, is := os.LookupEnv(buildVariable)
	if !is {
		os.Exit(m.Run())
	}
	parts := strings.Split(order, "\n")
	number, err := strconv.Atoi(parts[2])
	if err == nil {
		err = buildTree(parts[0], parts[1], number)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func buildTree(dest, state string, number int) error {
	b, err := Begin(dest, state)
	if err != nil {
		return err
	}
	defer b.Abort()
	for name, text := range tree150(number) {
		if err := b.Write(name, []byte(text)); err != nil {
			return err
		}
	}
	return b.Publish()
}

// tree150 returns about 150 files. Each is another text in every tree, some
// are only in even or only in odd ones, and their sizes differ.
func tree150(number int) files {
	tree := files{"index.html": fmt.Sprint(number)}
	for i := range 100 {
		tree[fmt.Sprintf("en/page-%d/index.html", i)] = strings.Repeat(fmt.Sprintf("tree %d\n", number), (i*7+number)%300)
	}
	for i := range 40 + 20*(number%2) {
		tree[fmt.Sprintf("es/%d/page-%d.html", number%2, i)] = strings.Repeat(fmt.Sprintf("tree %d\n", number), i)
	}
	return tree
}

// start runs a build in a process of its own.
func (s testSite) start(number int) *exec.Cmd {
	s.t.Helper()
	cmd := exec.Command(os.Args[0])
	cmd.Env = append(os.Environ(), fmt.Sprintf("%s=%s\n%s\n%d", buildVariable, s.public, s.state, number))
	cmd.Stderr = os.Stderr
	if err := cmd.Start(); err != nil {
		s.t.Fatal(err)
	}
	return cmd
}

// inMemory moves a site to a disk in memory where there is one: it is not the
// speed of the disk that is tested.
func inMemory(t *testing.T) testSite {
	dir, err := os.MkdirTemp("/dev/shm", "handrail-test-")
	if err != nil {
		return newSite(t)
	}
	t.Cleanup(func() { os.RemoveAll(dir) })
	return testSite{t, dir, filepath.Join(dir, "public"), filepath.Join(dir, ".handrail")}
}

var foreign = files{"CNAME": "example.org", ".gitignore": "*", "en/notes/plan.txt": "mine", "keep/": ""}

// whole returns the number of the tree in the output folder, and fails the
// test unless it is there wholly, with everything that is not ours.
func (s testSite) whole(possible ...int) int {
	s.t.Helper()
	got := snapshot(s.t, s.public)
	for _, number := range possible {
		want := tree150(number)
		maps.Copy(want, foreign)
		if maps.Equal(got, want) {
			return number
		}
	}
	s.t.Fatalf("the output folder holds none of the trees %v, but %d files and index.html %q", possible, len(got), got["index.html"])
	return 0
}

func (s testSite) putForeign() {
	for name, text := range foreign {
		if !strings.HasSuffix(name, "/") {
			s.put(name, text)
		}
	}
	if err := os.MkdirAll(filepath.Join(s.public, "keep"), 0o755); err != nil {
		s.t.Fatal(err)
	}
}

func TestKilledAtAnyMoment(t *testing.T) {
	kills := 100
	if testing.Short() {
		kills = 20
	}
	s := inMemory(t)
	s.putForeign()
	if err := s.start(0).Wait(); err != nil {
		t.Fatal(err)
	}
	s.whole(0)
	took := time.Hour // of the quickest, as others use this machine too
	for range 3 {
		start := time.Now()
		if err := s.start(1).Wait(); err != nil {
			t.Fatal(err)
		}
		took = min(took, time.Since(start))
		s.whole(1)
	}

	moments := rand.New(rand.NewPCG(6, 100))
	stopped, changed, now := 0, 0, 1
	for i := range kills {
		next := now + 1
		cmd := s.start(next)
		time.Sleep(time.Duration(moments.Int64N(int64(took * 5 / 4))))
		cmd.Process.Kill() // on Unix, signal 9
		var exit *exec.ExitError
		if err := cmd.Wait(); errors.As(err, &exit) {
			stopped++
		}
		if now = s.whole(now, next); now == next {
			changed++
		}
		// Every few kills the next build runs to its end, so that killed
		// builds meet the remains of killed builds, too.
		if i%4 == 3 {
			now += 2
			if err := buildTree(s.public, s.state, now); err != nil {
				t.Fatal(err)
			}
			s.whole(now)
			noLeftovers(t, s.dir)
		}
	}
	if stopped < kills/10 {
		t.Errorf("only %d of %d builds were stopped before their end", stopped, kills)
	}
	t.Logf("%d of %d builds were stopped before their end, %d had changed the tree; a whole one takes %v", stopped, kills, changed, took)
}

func TestTwoProcessesAtOnce(t *testing.T) {
	s := inMemory(t)
	s.putForeign()
	for i := range 5 {
		a, b := s.start(2*i+1), s.start(2*i+2)
		if err := errors.Join(a.Wait(), b.Wait()); err != nil {
			t.Fatal(err)
		}
		s.whole(2*i+1, 2*i+2)
		noLeftovers(t, s.dir)
	}
}

func TestSecondBuildWaits(t *testing.T) {
	s := newSite(t)
	first := s.begin(files{"index.html": "1"})
	second := make(chan error)
	go func() {
		b, err := Begin(s.public, s.state)
		if err == nil {
			err = errors.Join(b.Write("index.html", []byte("2")), b.Publish())
		}
		second <- err
	}()
	select {
	case err := <-second:
		t.Fatalf("the second build did not wait (%v)", err)
	case <-time.After(100 * time.Millisecond):
	}
	if err := first.Publish(); err != nil {
		t.Fatal(err)
	}
	if err := <-second; err != nil {
		t.Fatal(err)
	}
	s.holds(files{"index.html": "2"})
}
