#!/usr/bin/env python3
"""cluster-faults.py SERVER INDEX POSTGRES TEXTS: what kills, freezes, restarts and a rolling upgrade cost the readers of a cluster of three servers on this machine.

SERVER is Search.Api.dll, INDEX a folder of snapshots that was built with --shards, POSTGRES the connection string of an empty database, TEXTS a file of queries, one a line.
Every answer is compared with that of a server that stands alone. Readers ask the servers that the fault does not hit, as a proxy lets them; under the rolling upgrade each server is taken out
of the proxy before it stops.
"""
import hashlib, json, os, re, signal, subprocess, sys, threading, time, urllib.error, urllib.parse, urllib.request

SERVER, INDEX, POSTGRES, TEXTS = sys.argv[1:5]
HTTP, SILO, READERS = 6480, 11480, 4
queries = [line.strip() for line in open(TEXTS, encoding="utf-8") if line.strip()]
SHAPES = ["&limit=10", "&limit=10&facets=organ,year", "&sort=newest", "&fold=true"]
questions = [f"/v1/search?q={urllib.parse.quote(q)}{SHAPES[i % len(SHAPES)]}" for i, q in enumerate(queries)]


def start(number, clustered=True):
    arguments = ["dotnet", SERVER, "--urls", f"http://127.0.0.1:{HTTP + number}", "--index", INDEX, "--rateLimit:burst", "0", "--Logging:LogLevel:Default", "Error"]
    if clustered:
        arguments += ["--cluster", POSTGRES, "--cluster:address", f"127.0.0.1:{SILO + number}", "--cluster:name", f"server-{number}"]
    return subprocess.Popen(arguments, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def get(number, path, salt=None):
    # An answer for another client is not the kept one: every search is made anew.
    request = urllib.request.Request(f"http://127.0.0.1:{HTTP + number}{path}", headers={"Accept": f"application/json, application/x-{salt}" if salt else "*/*"})
    try:
        with urllib.request.urlopen(request, timeout=30) as answer:
            return answer.status, answer.read(), answer.headers.get("Clausegraph-Generation")
    except urllib.error.HTTPError as error:
        return error.code, error.read(), None


def until(what, seconds=90):
    end = time.time() + seconds
    while time.time() < end:
        try:
            if what():
                return
        except OSError:
            pass
        time.sleep(0.1)
    raise SystemExit("the servers did not become what they should")


def health(number):
    return json.loads(get(number, "/health/ready")[1])


def whole(numbers, servers):
    def is_so():
        for number in numbers:
            cluster = health(number).get("cluster") # none in the problem of a server that is not ready
            if cluster is None or len(cluster["servers"]) != servers or cluster["missing"] or cluster["replicas"] != cluster["shards"] * min(2, servers) or not cluster["shards"]:
                return False
        return True
    return is_so


def comparable(body):
    return hashlib.sha256(re.sub(rb'"next":"[^"]*"', b"", body)).hexdigest()


alone = start(9, clustered=False)
until(lambda: get(9, "/health/ready")[0] == 200)
expected = {q: comparable(get(9, q)[1]) for q in questions}
alone.terminate()
alone.wait()

servers = {n: start(n) for n in range(3)}
until(whole(range(3), 3))
shards = health(0)["cluster"]["shards"]
print(f"{len(questions)} questions, {shards} shards, two replicas each, three servers, {READERS} readers")
print("| fault | answers | wrong | mixed or partial | errors | longest | after 150 ms |\n|---|---|---|---|---|---|---|")

targets, log, asking = [0, 1], [], threading.Event()


def read(reader):
    number = reader * 7919
    while not asking.is_set():
        question, server = questions[number % len(questions)], targets[number % len(targets)]
        number += 1
        began = time.perf_counter()
        try:
            status, body, generation = get(server, question, f"{reader}-{number}")
        except OSError as error:
            status, body, generation = type(error).__name__, b"", None
        took = time.perf_counter() - began
        log.append((status, status == 200 and comparable(body) == expected[question], b'"partial":{' in body, generation, took))
        time.sleep(0.02)


def under(name, fault, seconds):
    global targets
    log.clear()
    asking.clear()
    readers = [threading.Thread(target=read, args=(r,)) for r in range(READERS)]
    for reader in readers:
        reader.start()
    time.sleep(2)
    fault()
    time.sleep(seconds)
    asking.set()
    for reader in readers:
        reader.join()
    answers = list(log)
    wrong = sum(1 for a in answers if a[0] == 200 and not a[1] and not a[2])
    partial = sum(1 for a in answers if a[2])
    errors = [a for a in answers if a[0] != 200]
    print(f"| {name} | {len(answers)} | {wrong} | {partial} | {len(errors)} | {max(a[4] for a in answers) * 1000:.0f} ms | {sum(1 for a in answers if a[4] > 0.15)} |", flush=True)
    for status in sorted({str(e[0]) for e in errors}):
        print(f"    error {status}: {sum(1 for e in errors if str(e[0]) == status)}")


def restart(number):
    servers[number] = start(number)
    until(whole(range(3), 3))


def kill():
    servers[2].send_signal(signal.SIGKILL)
    servers[2].wait()


def rolling():
    global targets
    for number in range(3):
        targets = [n for n in range(3) if n != number]
        time.sleep(1)
        servers[number].terminate()
        servers[number].wait()
        restart(number)
    targets = [0, 1]


under("none", lambda: None, 8)
under("kill -9", kill, 15)
under("start again", lambda: restart(2), 5)
under("freeze (SIGSTOP)", lambda: servers[2].send_signal(signal.SIGSTOP), 20)
servers[2].send_signal(signal.SIGCONT)
try:
    print(f"the frozen server, when it goes on, ends with {servers[2].wait(30)}")
except subprocess.TimeoutExpired:
    print("the frozen server, when it goes on, takes part again")
    servers[2].kill()
    servers[2].wait()
restart(2)
under("rolling restart of all three", rolling, 3)
for server in servers.values():
    server.terminate()
