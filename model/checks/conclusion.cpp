// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/checkresult.h"

#include <QCoreApplication>

namespace evident {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Conclusion)
};

/// A service key name inside Markdown; key names hold no backtick worth keeping.
QString asCode(QString name)
{
    return u'`' + name.remove(u'`') + u'`';
}

Conclusion unconfirmed(const FilledCheck &check, const QString &reason)
{
    QString sentence = reason;
    if (!check.unknown.isEmpty())
        sentence += u' ' + check.unknown;
    return {ConclusionKind::NotConfirmed, sentence};
}

/// "could not be checked." as a sentence of its own.
QString stateSentence(ServiceState state)
{
    QString text = serviceStateText(state);
    text[0] = text[0].toUpper();
    return text + u'.';
}

} // namespace

Conclusion conclude(const FilledCheck &check, const CheckResult &result)
{
    if (check.service.isEmpty())
        return unconfirmed(check, Words::tr("The event does not name the service."));
    if (result.service.compare(check.service, Qt::CaseInsensitive) != 0)
        return unconfirmed(check,
            Words::tr("The answer is about %1, but this event is about %2.")
                .arg(asCode(result.service), asCode(check.service)));
    const auto installed = isInstalled(result.state);
    if (!installed)
        return unconfirmed(check, stateSentence(result.state));
    if (result.identity == HostIdentity::Unproved)
        return unconfirmed(check, Words::tr("It is not certain that the answer is of %1.").arg(asCode(result.asked)));
    const OutcomeMeaning &meaning = *installed ? check.installed : check.notInstalled;
    return {meaning.conclusion, meaning.sentence};
}

} // namespace evident
