// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "asking.h"
#include "checks/hive.h"
#include "commands.h"
#include "console.h"
#include "errortext.h"
#include "findingchecks.h"
#include "interrupt.h"
#include "output.h"
#include "reports/words.h"

#include <QCoreApplication>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace evident {

namespace {

struct CheckCommandWords {
    Q_DECLARE_TR_FUNCTIONS(CheckCommand)
};

QString complaint(const Arguments &arguments)
{
    if (arguments.operands().size() != 1)
        return CheckCommandWords::tr(
            "One service is needed: its service name, such as MSExchangeIMC, not the name that Control Panel shows.");
    const bool asksHive = arguments.has(u"hive"_s);
    if (asksHive == arguments.has(u"on"_s) || arguments.values(u"hive"_s).size() > 1)
        return CheckCommandWords::tr("Either --on HOST is needed, the computer to ask, or --hive FILE, a copy of its "
                                     "SYSTEM registry hive.");
    if (const QString sentence = askingComplaint(arguments); !sentence.isEmpty())
        return sentence;
    if (arguments.has(u"password-file"_s) && !arguments.has(u"user"_s))
        return CheckCommandWords::tr("--password-file belongs to --user.");
    return {};
}

QString textOf(const CheckResult &result)
{
    QString text = CheckCommandWords::tr("%1: %2").arg(result.service, serviceStateWord(result.state)) + u'\n';
    const auto line = [&text](const QString &label, const QString &value) {
        if (!value.isEmpty())
            text += u"  "_s + label.leftJustified(14) + visible(value) + u'\n';
    };
    const auto installed = isInstalled(result.state);
    line(CheckCommandWords::tr("Installed"),
        !installed       ? CheckCommandWords::tr("not known")
            : *installed ? CheckCommandWords::tr("yes")
                         : CheckCommandWords::tr("no"));
    line(CheckCommandWords::tr("Name shown"), result.displayName);
    line(CheckCommandWords::tr("Start type"), result.startType ? startTypeText(*result.startType) : QString());
    line(CheckCommandWords::tr("Computer"),
        result.answeredAs.isEmpty() || result.by == CheckedBy::Hive
            ? result.answeredAs
            : u"%1 (%2)"_s.arg(result.answeredAs, result.address));
    line(CheckCommandWords::tr("Asked as"), result.as);
    line(CheckCommandWords::tr("Evidence"), result.evidence);
    line(CheckCommandWords::tr("Next"), result.next);
    return text;
}

std::expected<CheckResult, AskingFault> ask(const Arguments &arguments)
{
    const QString service = arguments.operands().front();
    const auto asked = askedFrom(arguments);
    if (!asked)
        return std::unexpected(asked.error());
    if (!*asked) {
        const auto hive = SystemHive::open(arguments.value(u"hive"_s));
        if (!hive)
            return std::unexpected(AskingFault{ExitCode::Nothing, errorText(hive.error())});
        return hive->check(serviceQuestion(service), {});
    }
    RemoteHosts hosts;
    return askComputer(hosts, {serviceQuestion(service)}, **asked).front();
}

ExitCode run(const Arguments &arguments, const QString & /*language*/)
{
    if (const QString sentence = complaint(arguments); !sentence.isEmpty()) {
        say(sentence);
        return ExitCode::Usage;
    }
    const auto asked = ask(arguments);
    if (!asked) {
        say(asked.error().sentence);
        return asked.error().code;
    }
    if (interrupted())
        return ExitCode::Cancelled;
    const CheckResult &result = *asked;
    const QByteArray bytes = arguments.has(u"json"_s)
        ? QJsonDocument(toJson(result)).toJson(QJsonDocument::Compact) + '\n'
        : textOf(result).toUtf8();
    const auto done = Output::open(arguments.value(u"o"_s)).and_then([&](Output output) {
        return output.write(bytes).and_then([&] { return output.finish(); });
    });
    if (!done) {
        say(errorText(done.error()));
        return ExitCode::Nothing;
    }
    return isInstalled(result.state) ? ExitCode::Done : ExitCode::Partly;
}

} // namespace

Command checkCommand()
{
    Command command{
        .grammar =
            {
                .command = u"check"_s,
                .operands = u"SERVICE"_s,
                .summary = CheckCommandWords::tr(
                    "Says whether a service is installed on a computer, by asking it or by a copy of its registry."),
                .options =
                    {
                        {u"hive"_s, u"FILE"_s,
                            CheckCommandWords::tr("The hive: a copy of %SystemRoot%\\System32\\config\\SYSTEM.")},
                        {u"json"_s, {}, CheckCommandWords::tr("One JSON object.")},
                    },
            },
        .run = run,
    };
    addAskingOptions(command.grammar, CheckCommandWords::tr("The computer to ask, by name or address."));
    return command;
}

} // namespace evident
