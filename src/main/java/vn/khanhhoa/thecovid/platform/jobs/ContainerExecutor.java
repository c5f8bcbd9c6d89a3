package vn.khanhhoa.thecovid.platform.jobs;

import java.util.List;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;

/** The container's threads for the scheduler, which may not shut them down: the container refuses that. */
final class ContainerExecutor extends AbstractExecutorService {
    private final ExecutorService container;
    private volatile boolean stopped;

    ContainerExecutor(ExecutorService container) {
        this.container = container;
    }

    @Override
    public void execute(Runnable command) {
        container.execute(command);
    }

    @Override
    public void shutdown() {
        stopped = true;
    }

    @Override
    public List<Runnable> shutdownNow() {
        stopped = true;
        return List.of();
    }

    @Override
    public boolean isShutdown() {
        return stopped;
    }

    @Override
    public boolean isTerminated() {
        return stopped;
    }

    @Override
    public boolean awaitTermination(long timeout, TimeUnit unit) {
        return true;
    }
}
