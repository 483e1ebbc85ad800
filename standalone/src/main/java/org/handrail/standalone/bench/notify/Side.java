package org.handrail.standalone.bench.notify;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.handrail.standalone.bench.ProcessorTimes;

/** The results of one of the two that are compared, a round each. */
final class Side {

    /** @param rate mails a second; spent: by all processes meanwhile */
    record Result(int mails, double rate, double octets, ProcessorTimes spent) {

        /** Processor time a mail, process by process. */
        String asText() {
            StringBuilder text = new StringBuilder();
            spent.spent().forEach((name, time) -> text.append(String.format(Locale.ROOT, "%s%s %.0f",
                    text.length() == 0 ? "us of processor a mail: " : ", ", name, spent.micros(name, mails))));
            return text.toString();
        }
    }

    private final List<Result> results = new ArrayList<>();

    void add(Result result) {
        results.add(result);
    }

    /** So that a warm-up does not count. */
    void forget() {
        results.clear();
    }

    List<Double> rates() {
        return results.stream().map(Result::rate).toList();
    }

    double median() {
        return median(rates());
    }

    double octets() {
        return median(results.stream().map(Result::octets).toList());
    }

    double micros(String process) {
        return median(results.stream().map(result -> result.spent().micros(process, result.mails())).toList());
    }

    static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }
}
