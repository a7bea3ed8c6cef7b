// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A check in words: what would be asked, what was answered, when and by whom. Free functions on plain values; the
// texts are Markdown unless said otherwise.

#include "session/session.h"

#include <QTimeZone>

namespace evident {

/// What the card says before anybody asked. @p computer: the one that would be asked. @p hive: the one that would be looked
/// into, or null.
[[nodiscard]] QString beforeCheck(const FilledCheck &check, const QString &computer, const OpenHive *hive);
/// How the person can say that a computer which nobody knows for sure is the one the event is of.
[[nodiscard]] QString howToVouch(const CheckResult &answer, const QString &computer);
/// What the card says once it was answered: the answers about one subject, and what they come to.
[[nodiscard]] QString afterCheck(const std::vector<CheckResult> &answers, const Conclusion &conclusion);
/// What is known of the other services that the finding's events name; empty when there are none.
[[nodiscard]] QString otherSubjects(const Finding &finding, const CheckSubject &shown);
/// "22/11/2026 14:05:09 (UTC+01:00), anna, registry hive SYSTEM", plain text.
[[nodiscard]] QString askedHow(const CheckResult &result, const QTimeZone &zone);
/// Start type, display name: what else the answer told; plain text, may be empty.
[[nodiscard]] QString serviceFacts(const CheckResult &result);

} // namespace evident
