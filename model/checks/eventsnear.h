// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The question "was something logged about this service at that time?", put to the logs that are open. A free function
// on an EventStore; it reads rows again and runs on a worker or in a command.

#include "checks/checkresult.h"
#include "store/eventstore.h"

namespace evident {

/// What the question is about, as the logs hold it.
struct NearEvent {
    QString computer;
    Timestamp time;
    QStringList names; ///< other names of the service: events call it by the one it shows
};

/// Yes: an event that says so is in the logs, and the evidence names it. No: a log of that computer that holds such events
/// goes from before to behind the event, and none of them says so. NotPossible: no such log is open.
[[nodiscard]] CheckResult lookNear(
    const EventStore &rows, const Names &names, const CheckQuestion &question, const NearEvent &event);

} // namespace evident
