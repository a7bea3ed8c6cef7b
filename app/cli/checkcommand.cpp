// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/hive.h"
#include "commands.h"
#include "console.h"
#include "errortext.h"
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
    for (const QString &option : {u"on"_s, u"user"_s, u"password-file"_s}) {
        if (arguments.has(option))
            return CheckCommandWords::tr(
                "--%1 is not built yet: other computers cannot be asked. Use --hive with a copy of the "
                "computer's SYSTEM registry hive.")
                .arg(option);
    }
    if (arguments.operands().size() != 1)
        return CheckCommandWords::tr(
            "One service is needed: its service name, such as MSExchangeIMC, not the name that Control Panel shows.");
    if (arguments.values(u"hive"_s).size() != 1)
        return CheckCommandWords::tr("--hive FILE is needed: a copy of the computer's SYSTEM registry hive.");
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
    line(CheckCommandWords::tr("Computer"), result.answeredAs);
    line(CheckCommandWords::tr("Evidence"), result.evidence);
    line(CheckCommandWords::tr("Next"), result.next);
    return text;
}

ExitCode run(const Arguments &arguments, const QString & /*language*/)
{
    if (const QString sentence = complaint(arguments); !sentence.isEmpty()) {
        say(sentence);
        return ExitCode::Usage;
    }
    const auto hive = SystemHive::open(arguments.value(u"hive"_s));
    if (!hive) {
        say(errorText(hive.error()));
        return ExitCode::Nothing;
    }
    const CheckResult result = hive->check(arguments.operands().front(), {});
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
    return {
        .grammar =
            {
                .command = u"check"_s,
                .operands = u"SERVICE"_s,
                .summary = CheckCommandWords::tr(
                    "Says whether a service is installed on a computer, by a copy of its SYSTEM registry hive."),
                .options =
                    {
                        {u"hive"_s, u"FILE"_s,
                            CheckCommandWords::tr("The hive: a copy of %SystemRoot%\\System32\\config\\SYSTEM.")},
                        {u"json"_s, {}, CheckCommandWords::tr("One JSON object.")},
                        {u"on"_s, u"HOST[:PORT]"_s, CheckCommandWords::tr("Ask this computer; not built yet.")},
                        {u"user"_s, u"USER"_s, CheckCommandWords::tr("Account to ask as; not built yet.")},
                        {u"password-file"_s, u"FILE"_s,
                            CheckCommandWords::tr("File with its password; not built yet.")},
                    },
            },
        .run = run,
    };
}

} // namespace evident
