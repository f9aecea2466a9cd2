"""The engine of one machine: a thread a worker, each with a process of its own."""

from __future__ import annotations

import queue
import threading
from collections.abc import Generator, Iterator, Sequence

from dieukhoan.batch.shards import Event, Order, Task
from dieukhoan.batch.worker import Worker

_PATIENCE = 0.2  # seconds between two chances for Ctrl-C: on Windows nothing interrupts a thread that waits


def run(shards: Iterator[Sequence[Task]], order: Order) -> Generator[Event, None, None]:
    """What happens to ``shards``, in the order in which it happens; a shard is taken when a worker is free.

    Raises what a worker raises. Whoever stops listening ends all processes.
    """
    crew = _Crew(shards, order)
    try:
        yield from crew.events()
    finally:
        crew.close()


class _Crew:
    def __init__(self, shards: Iterator[Sequence[Task]], order: Order) -> None:
        self._shards = shards
        self._taking = threading.Lock()
        # Bounded: where the listener is slower than the workers, these wait for it.
        self._events: queue.Queue[Event | BaseException | None] = queue.Queue(order.jobs * 64)
        self._workers = [Worker(order) for _ in range(order.jobs)]
        self._stopped = threading.Event()
        self._threads = [threading.Thread(target=self._work, args=(one,), daemon=True) for one in self._workers]

    def events(self) -> Iterator[Event]:
        """What happens, as it happens; ends when all shards are done."""
        for thread in self._threads:
            thread.start()
        working = len(self._threads)
        while working:
            try:
                event = self._events.get(timeout=_PATIENCE)
            except queue.Empty:
                continue
            if event is None:
                working -= 1
            elif isinstance(event, BaseException):
                raise event
            else:
                yield event

    def _work(self, worker: Worker) -> None:
        try:
            while (tasks := self._next()) is not None:
                for event in worker.run(tasks):
                    self._put(event)
        except BaseException as error:  # noqa: BLE001  it is raised where the events are read
            self._put(error)
        finally:
            worker.close()
            self._put(None)

    def _next(self) -> Sequence[Task] | None:
        with self._taking:
            return None if self._stopped.is_set() else next(self._shards, None)

    def _put(self, event: Event | BaseException | None) -> None:
        while not self._stopped.is_set():
            try:
                self._events.put(event, timeout=_PATIENCE)
            except queue.Full:
                continue
            return

    def close(self) -> None:
        """Stop the workers and wait for their threads."""
        self._stopped.set()
        for worker in self._workers:
            worker.close()
        for thread in self._threads:
            if thread.ident:
                thread.join()
