package main

import (
	"slices"
	"sync"
	"time"
)

type entry struct {
	Name, Message string
	Written       time.Time
}

// guestbook keeps the entries in memory, newest first.
type guestbook struct {
	mutex   sync.RWMutex
	entries []entry
}

func (g *guestbook) add(e entry) {
	g.mutex.Lock()
	defer g.mutex.Unlock()
	g.entries = slices.Insert(g.entries, 0, e)
}

func (g *guestbook) all() []entry {
	g.mutex.RLock()
	defer g.mutex.RUnlock()
	return slices.Clone(g.entries)
}
