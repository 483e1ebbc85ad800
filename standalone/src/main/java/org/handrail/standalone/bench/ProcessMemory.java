package org.handrail.standalone.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Memory of several processes, as Linux counts it.
 *
 * @param residentKib     each page in every process that maps it
 * @param proportionalKib each page once
 */
public record ProcessMemory(int processes, long residentKib, long proportionalKib) {

    private static final double KIB_PER_MIB = 1024;

    public static ProcessMemory ofAll(List<ProcessHandle> handles) throws IOException {
        int processes = 0;
        long resident = 0;
        long proportional = 0;
        for (ProcessHandle handle : handles) {
            Path summary = Path.of("/proc", Long.toString(handle.pid()), "smaps_rollup");
            if (handle.isAlive() && Files.exists(summary)) {
                List<String> lines = Files.readAllLines(summary);
                processes++;
                resident += kib(lines, "Rss:");
                proportional += kib(lines, "Pss:");
            }
        }
        return new ProcessMemory(processes, resident, proportional);
    }

    public double residentMib() {
        return residentKib / KIB_PER_MIB;
    }

    public double proportionalMib() {
        return proportionalKib / KIB_PER_MIB;
    }

    private static long kib(List<String> lines, String name) {
        return lines.stream()
                .filter(line -> line.startsWith(name))
                .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
                .sum();
    }
}
