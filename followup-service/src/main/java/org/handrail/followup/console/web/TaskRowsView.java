package org.handrail.followup.console.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.handrail.followup.console.Contact;
import org.handrail.followup.console.ContactDetails;
import org.handrail.followup.queue.Holder;
import org.handrail.followup.queue.StaffStops;
import org.handrail.followup.queue.Task;
import org.handrail.followup.staff.StaffAccounts;
import org.handrail.followup.staff.web.SignedIn;
import org.handrail.followup.timeline.web.Moments;
import org.handrail.followup.timeline.web.TimelineWords;
import org.handrail.platform.site.Sites;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes rows of tasks: names, words and local times, with a handful of queries for a page of them. */
@Component
class TaskRowsView {

    private final ContactDetails contacts;
    private final StaffAccounts accounts;
    private final StaffStops stops;
    private final ClientNames names;
    private final TimelineWords words;
    private final Sites sites;
    private final Clock clock;

    TaskRowsView(ContactDetails contacts, StaffAccounts accounts, StaffStops stops, ClientNames names,
            TimelineWords words, Sites sites, Clock clock) {
        this.contacts = contacts;
        this.accounts = accounts;
        this.stops = stops;
        this.names = names;
        this.words = words;
        this.sites = sites;
        this.clock = clock;
    }

    List<TaskRow> of(List<Task> tasks, SignedIn me, Locale locale) {
        Map<UUID, Contact> known = contacts.of(tasks.stream().map(Task::clientId).collect(Collectors.toSet()));
        Map<UUID, String> colleagues = accounts.names(tasks.stream()
                .map(Task::holder).filter(Objects::nonNull).map(Holder::account).collect(Collectors.toSet()));
        Collection<UUID> waiting = stops.tasksWaiting(tasks.stream().map(Task::id).toList());
        Instant now = clock.instant();
        return tasks.stream()
                .map(task -> row(task, known.get(task.clientId()), colleagues, waiting, me, now, locale)).toList();
    }

    private TaskRow row(Task task, @Nullable Contact contact, Map<UUID, String> colleagues, Collection<UUID> waiting,
            SignedIn me, Instant now, Locale locale) {
        Holder holder = task.holder();
        String phone = contact == null ? null : contact.phone();
        var zone = contact == null ? sites.defaultSite().zone() : sites.orDefault(contact.siteId()).zone();
        return new TaskRow(
                task.id(), task.version(), words.code("title", task.title(), locale),
                words.code("reason", task.reason(), locale), task.clientId(), names.of(contact, locale),
                phone == null ? null : Phones.readable(phone), phone, task.priority(), task.dueAt(),
                Moments.near(task.dueAt(), zone, locale), Moments.length(Duration.between(now, task.dueAt())),
                task.isOverdue(now), task.onCall(), task.asked(),
                holder == null ? null : colleagues.getOrDefault(holder.account(), "?"),
                task.isHeldBy(me.account()), waiting.contains(task.id()), task.outcomes());
    }
}
