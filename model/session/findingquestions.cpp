// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/findingquestions.h"

#include "session/hivecheck.h"
#include "session/person.h"

#include <algorithm>

namespace evident {

namespace {

bool isForLogs(const CheckQuestion &question)
{
    return question.kind == CheckQuestion::Kind::EventsNear;
}

QStringList otherNames(const Finding &finding, const QString &service)
{
    QStringList names;
    for (const CheckResult &result : finding.checks) {
        if (result.service.compare(service, Qt::CaseInsensitive) == 0 && !result.displayName.isEmpty())
            names.append(result.displayName);
    }
    names.removeDuplicates();
    return names;
}

} // namespace

std::vector<CheckQuestion> questionsForComputer(const Finding &finding)
{
    auto questions = questionsOf(finding);
    std::erase_if(questions, isForLogs);
    return questions;
}

std::vector<LogQuestion> questionsForLogs(const Finding &finding)
{
    std::vector<LogQuestion> asked;
    for (const CheckSubject &subject : finding.subjects) {
        for (const FilledCheck &check : subject.checks) {
            for (const CheckQuestion &question : singleQuestions(check.question)) {
                const auto isSame = [&](const LogQuestion &one) { return one.question.asksTheSame(question); };
                if (isForLogs(question) && question.isComplete() && std::ranges::none_of(asked, isSame))
                    asked.push_back({question,
                        {.computer = finding.computer,
                            .time = subject.time,
                            .names = otherNames(finding, question.service)}});
            }
        }
    }
    return asked;
}

std::vector<CheckResult> answersOfHives(
    const std::vector<CheckQuestion> &questions, const QString &computer, const QStringList &hivePaths)
{
    std::vector<CheckResult> answers;
    answers.reserve(questions.size());
    for (const CheckQuestion &question : questions)
        answers.push_back(checkInHives(question, computer, hivePaths));
    return answers;
}

std::vector<CheckResult> answersOfLogs(
    const std::vector<LogQuestion> &questions, const EventStore &rows, const Names &names)
{
    std::vector<CheckResult> answers;
    for (const LogQuestion &asked : questions) {
        answers.push_back(lookNear(rows, names, asked.question, asked.event));
        answers.back().checkedBy = loginName();
    }
    return answers;
}

} // namespace evident
