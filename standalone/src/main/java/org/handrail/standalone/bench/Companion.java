package org.handrail.standalone.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A part of a benchmark in a process of its own, with the same Java and as much memory as a service has. It answers
 * each line with a line until its input ends; what it has to say of a fault goes where this process's own faults go.
 */
public final class Companion implements AutoCloseable {

    /** What a companion does with a line. */
    @FunctionalInterface
    public interface Task {

        String answer(String line) throws Exception;
    }

    private final Process process;
    private final PrintStream lines;
    private final BufferedReader answers;

    private Companion(Process process) {
        this.process = process;
        this.lines = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
        this.answers = process.inputReader(StandardCharsets.UTF_8);
    }

    /** @param main its main method calls {@link #serve} */
    public static Companion start(Class<?> main, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                System.getProperty("java.home") + "/bin/java", "-Xmx256m", "-XX:+UseSerialGC",
                "-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(List.of(arguments));
        return new Companion(new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start());
    }

    /** The companion's side: returns when its input ends. */
    public static void serve(Task task) throws Exception {
        PrintStream out = System.out;
        System.setOut(System.err);
        var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            out.println(task.answer(line));
            out.flush();
        }
    }

    /** Waits for the answer. */
    public synchronized String ask(String line) {
        lines.println(line);
        try {
            String answer = answers.readLine();
            if (answer == null) {
                throw new IllegalStateException("A process of the benchmark has ended");
            }
            return answer;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    public ProcessHandle handle() {
        return process.toHandle();
    }

    @Override
    public void close() {
        lines.close();
        try {
            if (!process.waitFor(5, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
