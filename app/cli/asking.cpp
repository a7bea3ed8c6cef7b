// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "asking.h"

#include "errortext.h"
#include "keptpassword.h"
#include "password.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace evident {

namespace {

struct AskingWords {
    Q_DECLARE_TR_FUNCTIONS(Asking)
};

std::unexpected<AskingFault> wrongUsage(const QString &sentence)
{
    return std::unexpected(AskingFault{ExitCode::Usage, sentence});
}

std::expected<std::shared_ptr<const Secret>, AskingFault> passwordFor(
    const Arguments &arguments, const RemoteTarget &target, const QString &user)
{
    if (const QString path = arguments.value(u"password-file"_s); !path.isEmpty()) {
        const auto password = passwordFrom(path);
        if (!password)
            return std::unexpected(AskingFault{ExitCode::Nothing, errorText(password.error())});
        return std::make_shared<const Secret>(password->toUtf8());
    }
    if (auto kept = keptPassword(target, Credentials::withPassword(user, {}).account()))
        return kept;
    const auto password = askForPassword(AskingWords::tr("Password of %1:").arg(user));
    if (!password)
        return wrongUsage(AskingWords::tr("There is no terminal to ask for the password of %1: --password-file FILE "
                                          "says where it stands, - is standard input.")
                .arg(user));
    return std::make_shared<const Secret>(password->toUtf8());
}

} // namespace

std::vector<Option> accountOptions()
{
    return {
        {u"user"_s, u"USER"_s,
            AskingWords::tr("Ask as this account: USER, DOMAIN\\USER or USER@REALM; otherwise with your Kerberos "
                            "ticket.")},
        {u"password-file"_s, u"FILE"_s,
            AskingWords::tr(
                "File whose first line is its password, - for standard input; otherwise it is taken from the "
                "keychain, if it is kept there, or asked for.")},
        {u"allow-smb1"_s, {},
            AskingWords::tr("Speak the outdated SMB 1 with a computer that knows nothing newer. Whoever listens on the "
                            "network may then read and alter what is said.")},
    };
}

void addAskingOptions(Grammar &grammar, const QString &onHelp)
{
    const auto isPasswordFile = [](const Option &option) { return option.name == "password-file"_L1; };
    std::vector<Option> options = accountOptions();
    options.insert(options.begin(), {u"on"_s, u"HOST[:PORT]"_s, onHelp});
    // A command that opens archives has the option already, and says both uses.
    if (std::ranges::any_of(grammar.options, isPasswordFile))
        std::erase_if(options, isPasswordFile);
    std::ranges::move(options, std::back_inserter(grammar.options));
}

OldProtocol oldProtocolFrom(const Arguments &arguments)
{
    return arguments.has(u"allow-smb1"_s) ? OldProtocol::Allowed : OldProtocol::Refused;
}

std::expected<Credentials, AskingFault> credentialsFrom(const Arguments &arguments, const RemoteTarget &target)
{
    const QString user = arguments.value(u"user"_s);
    if (user.isEmpty())
        return Credentials{};
    const auto password = passwordFor(arguments, target, user);
    if (!password)
        return std::unexpected(password.error());
    return Credentials::withPassword(user, *password);
}

QString askingComplaint(const Arguments &arguments)
{
    for (const QString &option : {u"user"_s, u"allow-smb1"_s}) {
        if (arguments.has(option) && !arguments.has(u"on"_s))
            return AskingWords::tr("--%1 belongs to --on.").arg(option);
    }
    return {};
}

std::expected<std::optional<Asked>, AskingFault> askedFrom(const Arguments &arguments)
{
    if (!arguments.has(u"on"_s))
        return std::nullopt;
    const auto target = RemoteTarget::from(arguments.value(u"on"_s));
    if (!target)
        return wrongUsage(
            AskingWords::tr("--on takes a computer's name or address, with a port where it is not 445: MAIL01, "
                            "10.1.2.3:4450, [fe80::1]:4450."));
    const auto credentials = credentialsFrom(arguments, *target);
    if (!credentials)
        return std::unexpected(credentials.error());
    Asked asked{.target = *target, .credentials = *credentials};
    asked.target.smb1 = oldProtocolFrom(arguments);
    return asked;
}

} // namespace evident
