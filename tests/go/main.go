// Locks, leads and observes as Go programs do, for tests/go_clients.rs:
//
//	go-locker mutex NAME     concurrency.Mutex
//	go-locker service NAME   the lock service of etcd's own API (v3lock)
//	go-locker campaign NAME  concurrency.Election; each line of its input is proclaimed
//	go-locker observe NAME   concurrency.Election.Observe
//	go-locker resolve TARGET naming/resolver, as grpc dials TARGET
//	go-locker endpoint KEY   naming/endpoints: adds the endpoint 10.0.0.7:9000 under KEY
//
// It tells each step in a line of its own, and holds until its standard input is closed:
//
//	lease ID                 the session stands; ID in hex, as it is in keys
//	holds KEY REVISION       of the answer that proved it
//	proclaimed VALUE
//	leader VALUE             of what is observed
//	endpoints ADDRESS,...    that a name resolves to, at first and after each change
//	released
//	lost                     the session is over while it held; exit code 3
//	failed REASON            exit code 1
//
// The endpoints are those of etcdpat: ETCDPAT_ENDPOINTS.
package main

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"net/url"
	"os"
	"path"
	"sort"
	"strings"

	clientv3 "go.etcd.io/etcd/client/v3"
	"go.etcd.io/etcd/client/v3/concurrency"
	"go.etcd.io/etcd/client/v3/naming/endpoints"
	naming "go.etcd.io/etcd/client/v3/naming/resolver"
	"go.etcd.io/etcd/server/v3/etcdserver/api/v3lock/v3lockpb"
	"go.uber.org/zap"
	"google.golang.org/grpc/resolver"
)

// contender is one way to hold a name alone.
type contender interface {
	// enter returns once it holds: its key, and the revision of the answer that proved it.
	enter(context.Context) (key string, revision int64, err error)
	leave(context.Context) error
}

type mutex struct{ *concurrency.Mutex }

func (m mutex) enter(ctx context.Context) (string, int64, error) {
	if err := m.Lock(ctx); err != nil {
		return "", 0, err
	}
	return m.Key(), m.Header().Revision, nil
}

func (m mutex) leave(ctx context.Context) error { return m.Unlock(ctx) }

type service struct {
	client v3lockpb.LockClient
	name   string
	lease  clientv3.LeaseID
	key    []byte
}

func (s *service) enter(ctx context.Context) (string, int64, error) {
	locked, err := s.client.Lock(ctx, &v3lockpb.LockRequest{Name: []byte(s.name), Lease: int64(s.lease)})
	if err != nil {
		return "", 0, err
	}
	s.key = locked.Key
	return string(locked.Key), locked.Header.Revision, nil
}

func (s *service) leave(ctx context.Context) error {
	_, err := s.client.Unlock(ctx, &v3lockpb.UnlockRequest{Key: s.key})
	return err
}

type campaign struct {
	*concurrency.Election
	value string
}

func (c campaign) enter(ctx context.Context) (string, int64, error) {
	if err := c.Campaign(ctx, c.value); err != nil {
		return "", 0, err
	}
	// The header that an election keeps is that of its key's creation. A read of its own is younger.
	leader, err := c.Leader(ctx)
	if err != nil {
		return "", 0, err
	}
	return string(leader.Kvs[0].Key), leader.Header.Revision, nil
}

func (c campaign) leave(ctx context.Context) error { return c.Resign(ctx) }

func newContender(kind, name string, session *concurrency.Session) contender {
	switch kind {
	case "mutex":
		return mutex{concurrency.NewMutex(session, name)}
	case "service":
		connection := session.Client().ActiveConnection()
		return &service{client: v3lockpb.NewLockClient(connection), name: name, lease: session.Lease()}
	case "campaign":
		return campaign{concurrency.NewElection(session, name), "go-locker"}
	}
	fail(fmt.Errorf("no such kind: %s", kind))
	return nil
}

func main() {
	if len(os.Args) != 3 {
		fail(fmt.Errorf("usage: go-locker mutex|service|campaign|observe|resolve|endpoint NAME"))
	}
	client, err := clientv3.New(clientv3.Config{
		Endpoints: strings.Split(os.Getenv("ETCDPAT_ENDPOINTS"), ","),
		Logger:    zap.NewNop(),
	})
	check(err)
	switch os.Args[1] {
	case "resolve":
		resolve(client, os.Args[2])
		return
	case "endpoint":
		addEndpoint(client, os.Args[2])
		return
	}
	// A session learns that its lease is gone with its next renewal, after a third of the TTL.
	session, err := concurrency.NewSession(client, concurrency.WithTTL(6))
	check(err)
	fmt.Printf("lease %x\n", session.Lease())

	// Who waits leaves the queue too when its input is closed.
	ctx, leave := context.WithCancel(context.Background())
	lines := make(chan string)
	go func() {
		for input := bufio.NewScanner(os.Stdin); input.Scan(); {
			lines <- input.Text()
		}
		leave()
	}()
	if os.Args[1] == "observe" {
		for leader := range concurrency.NewElection(session, os.Args[2]).Observe(ctx) {
			fmt.Printf("leader %s\n", leader.Kvs[0].Value)
		}
		check(session.Close())
		return
	}
	contender := newContender(os.Args[1], os.Args[2], session)
	key, revision, err := contender.enter(ctx)
	check(err)
	fmt.Printf("holds %s %d\n", key, revision)

	for ctx.Err() == nil {
		select {
		case <-session.Done():
			fmt.Println("lost")
			os.Exit(3)
		case value := <-lines:
			check(contender.(campaign).Proclaim(ctx, value))
			fmt.Println("proclaimed", value)
		case <-ctx.Done():
		}
	}
	check(contender.leave(context.Background()))
	check(session.Close())
	fmt.Println("released")
}

// listener tells what a resolver says.
type listener struct{ resolver.ClientConn }

func (listener) UpdateState(state resolver.State) error {
	var addresses []string
	for _, endpoint := range state.Endpoints {
		for _, address := range endpoint.Addresses {
			addresses = append(addresses, address.Addr)
		}
	}
	if len(addresses) == 0 {
		for _, address := range state.Addresses {
			addresses = append(addresses, address.Addr)
		}
	}
	sort.Strings(addresses)
	fmt.Println("endpoints", strings.Join(addresses, ","))
	return nil
}

func (listener) ReportError(err error) { fmt.Println("failed", err) }

// resolve tells to what the target resolves until its input is closed.
func resolve(client *clientv3.Client, target string) {
	builder, err := naming.NewBuilder(client)
	check(err)
	parsed, err := url.Parse(target)
	check(err)
	built, err := builder.Build(resolver.Target{URL: *parsed}, listener{}, resolver.BuildOptions{})
	check(err)
	_, _ = io.Copy(io.Discard, os.Stdin)
	built.Close()
}

func addEndpoint(client *clientv3.Client, key string) {
	manager, err := endpoints.NewManager(client, path.Dir(key))
	check(err)
	check(manager.AddEndpoint(context.Background(), key, endpoints.Endpoint{Addr: "10.0.0.7:9000"}))
	fmt.Println("added", key)
}

func check(err error) {
	if err != nil {
		fail(err)
	}
}

func fail(err error) {
	fmt.Println("failed", err)
	os.Exit(1)
}
