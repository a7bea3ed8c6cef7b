// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "inputs.h"

#include "asking.h"
#include "errortext.h"
#include "formats/openlog.h"
#include "interrupt.h"
#include "password.h"
#include "reports/words.h"
#include "standardinput.h"

#include <QCoreApplication>

#include <algorithm>
#include <ranges>
#include <thread>

namespace evident {

namespace {

constexpr std::size_t DamagesSaid = 5;

struct InputsWords {
    Q_DECLARE_TR_FUNCTIONS(Inputs)
};

} // namespace

std::vector<Option> Inputs::accountOptions()
{
    std::vector<Option> options = evident::accountOptions();
    for (Option &option : options) {
        if (option.name == u"password-file")
            option.help =
                InputsWords::tr("File whose first line is the password of the account, or of locked archives; - "
                                "for standard input. Otherwise it is asked for.");
    }
    return options;
}

bool Inputs::setUpRemote(const Arguments &arguments, const std::optional<Credentials> &account)
{
    const auto remote = std::ranges::find_if(arguments.operands(), isRemoteLocation);
    if (remote == arguments.operands().end())
        return true;
    std::expected<Credentials, AskingFault> credentials =
        account ? *account : credentialsFrom(arguments, targetOf(*remote).value_or(RemoteTarget()));
    if (!credentials) {
        tellIncomplete(credentials.error().sentence);
        return false;
    }
    m_remote = std::make_shared<RemoteAccess>();
    m_remote->useElsewhere(*credentials, oldProtocolFrom(arguments));
    return true;
}

Inputs::Inputs(const Arguments &arguments, const std::optional<Credentials> &account)
    : m_quiet(arguments.has(QStringLiteral("q")))
    , m_passwordFile(arguments.value(QStringLiteral("password-file")))
    , m_progress(m_quiet ? Progress::Shown::Never : Progress::Shown::OnTerminal)
{
    const auto cancelled = interruptFlag();
    if (!setUpRemote(arguments, account))
        return;
    for (const QString &operand : arguments.operands()) {
        if (operand == u"-") {
            m_logs.push_back({operand, {}});
            continue;
        }
        FoundLogs found =
            findLogs(operand, cancelled, [this](const QString &archive) { return password(archive); }, m_remote);
        if (found.error)
            tell(*found.error);
        for (const Error &error : found.archiveErrors)
            tell(error);
        m_skipped += found.skipped;
        for (const QString &path : found.paths)
            m_logs.push_back({path, {}});
        for (const UnpackedLog &unpacked : found.unpacked)
            m_logs.push_back({unpacked.bytes->name(), unpacked.bytes});
    }
}

std::optional<QString> Inputs::password(const QString &archive)
{
    if (m_passwordFile.isEmpty())
        return askForPassword(InputsWords::tr("Password of %1:").arg(archive));
    const auto password = passwordFrom(m_passwordFile);
    if (!password) {
        tell(password.error());
        return {};
    }
    return *password;
}

Result<std::shared_ptr<const LogReader>> Inputs::open(const Input &input, Names &names)
{
    if (input.unpacked)
        return openUnpacked(input.unpacked, names);
    if (input.path != u"-") {
        std::optional<Error> trouble;
        auto reader = openLogFile(input.path, names, m_remote, interruptFlag(), &trouble);
        if (trouble)
            tell(*trouble);
        return reader;
    }
    return readStandardInput().and_then(
        [&names](std::shared_ptr<const ByteSource> source) { return openLog(std::move(source), names); });
}

void Inputs::forEach(Names &names, const std::function<bool(const std::shared_ptr<const LogReader> &)> &visit)
{
    for (const Input &input : m_logs) {
        if (interrupted())
            return;
        const auto reader = open(input, names);
        if (!reader) {
            tell(reader.error());
            continue;
        }
        ++m_opened;
        if (!visit(*reader))
            return;
    }
}

void Inputs::tell(const Error &error)
{
    m_incomplete = true;
    if (!interrupted())
        say(errorText(error));
}

void Inputs::tell(const QString &log, const Damages &damages)
{
    if (damages.empty())
        return;
    m_incomplete = true;
    say(QStringLiteral("%1: %2.").arg(log, damageSummary(damages)));
    for (const Damage &damage : damages | std::views::take(DamagesSaid))
        say(QStringLiteral("%1: %2").arg(log, damageText(damage)));
    if (damages.size() > DamagesSaid)
        say(InputsWords::tr(
            "… and %n more; info --json lists all of them.", nullptr, static_cast<int>(damages.size() - DamagesSaid)));
}

void Inputs::tellIncomplete(const QString &sentence)
{
    m_incomplete = true;
    say(sentence);
}

void Inputs::tellOutputFailed(const Error &error)
{
    m_outputFailed = true;
    if (!interrupted())
        say(errorText(error));
}

ExitCode Inputs::finish()
{
    if (interrupted())
        return ExitCode::Cancelled;
    if (m_skipped > 0 && !m_quiet)
        say(InputsWords::tr(
            "%n file(s) in the folders given are no logs and were passed over.", nullptr, static_cast<int>(m_skipped)));
    if (m_opened == 0 && !m_incomplete)
        say(InputsWords::tr("There is no log in what was given, so there is nothing to do."));
    if (m_opened == 0 || m_outputFailed)
        return ExitCode::Nothing;
    return m_incomplete ? ExitCode::Partly : ExitCode::Done;
}

std::optional<int> threadsFrom(const Arguments &arguments)
{
    constexpr int MostThreads = 256;
    if (!arguments.has(QStringLiteral("j")))
        return std::clamp(static_cast<int>(std::thread::hardware_concurrency()), 1, MostThreads);
    bool isNumber = false;
    const int threads = arguments.value(QStringLiteral("j")).toInt(&isNumber);
    return isNumber && threads >= 1 && threads <= MostThreads ? std::optional(threads) : std::nullopt;
}

} // namespace evident
