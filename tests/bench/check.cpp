// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later

// From the click on Check to the conclusion, on loopback: with the child still to be started and the computer's own
// helpers warm, and on a conversation that stands. Prints JSON; first proves that the conclusions are right.

#include "remote/winhost.h"
#include "reports/finding.h"
#include "session/computerquestions.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QEventLoop>

#include <algorithm>
#include <cstdio>
#include <vector>

using namespace evident;
using namespace Qt::StringLiterals;

namespace {

constexpr int Firsts = 15;
constexpr int Standings = 51;

struct Answer {
    double milliseconds = 0;
    ConclusionKind conclusion = ConclusionKind::NotConfirmed;
};

/// A finding as the window has it before the click.
Finding findingAbout(const QString &service)
{
    Finding finding;
    finding.subjects.push_back({.name = service,
        .count = 1,
        .newest = {},
        .time = {},
        .checks = {{.question = serviceQuestion(service),
            .yes = {ConclusionKind::DoesNotApply, u"it is there."_s},
            .no = {ConclusionKind::ConfirmedHarmless, u"it is not there."_s},
            .unknown = {}}},
        .conclusion = {}});
    return finding;
}

Answer click(ComputerQuestions &questions, const WinHost &host, const QString &service)
{
    static const Credentials account = WinHost::admin(); // the same attempt each time, as the window keeps it
    Finding finding = findingAbout(service);
    QEventLoop loop;
    QObject::connect(&questions, &ComputerQuestions::answered, &loop,
        [&](quint64 /*number*/, const std::vector<CheckResult> &answers) {
            addChecks(finding, answers);
            loop.quit();
        });
    QElapsedTimer clock;
    clock.start();
    questions.ask({.asked = questionsOf(finding),
        .computer = {},
        .target = {.host = u"127.0.0.1"_s, .port = host.port()},
        .credentials = account});
    loop.exec();
    return {static_cast<double>(clock.nsecsElapsed()) / 1e6, finding.conclusion->kind};
}

void print(const char *name, std::vector<double> times, const char *behind)
{
    std::ranges::sort(times);
    std::printf("\"%s\": {\"median\": %.2f, \"least\": %.2f, \"most\": %.2f}%s", name, times[times.size() / 2],
        times.front(), times.back(), behind);
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const WinHost host;
    if (host.isMissing())
        return 77;
    if (!host.error().isEmpty()) {
        std::fprintf(stderr, "%s\n", qPrintable(host.error()));
        return 1;
    }
    std::vector<double> first;
    std::vector<double> standing;
    bool isRight = true;
    const auto measure = [&](ComputerQuestions &questions, std::vector<double> &into) {
        const bool isThere = into.size() % 2 == 0;
        const Answer answer = click(questions, host, isThere ? u"Spooler"_s : u"NoSuchService"_s);
        isRight &= answer.conclusion == (isThere ? ConclusionKind::DoesNotApply : ConclusionKind::ConfirmedHarmless);
        into.push_back(answer.milliseconds);
    };
    ComputerQuestions questions(remoteProgram());
    std::ignore = click(questions, host, u"Spooler"_s); // the computer starts its own helpers at the first question
    for (int i = 0; i < Standings; ++i)
        measure(questions, standing);
    for (int i = 0; i < Firsts; ++i) {
        ComputerQuestions fresh(remoteProgram());
        measure(fresh, first);
    }
    if (!isRight) {
        std::fputs("a conclusion was wrong\n", stderr);
        return 1;
    }
    std::printf("{");
    print("first", std::move(first), ", ");
    print("standing", std::move(standing), "}\n");
    return 0;
}
