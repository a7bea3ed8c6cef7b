// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/checkresult.h"

#include <QCoreApplication>

namespace evident {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Conclusion)
};

/// A name inside Markdown; key names hold no backtick worth keeping.
QString asCode(QString name)
{
    return u'`' + name.remove(u'`') + u'`';
}

/// "could not be checked." as a sentence of its own.
QString stateSentence(ServiceState state)
{
    QString text = serviceStateText(state);
    text[0] = text[0].toUpper();
    return text + u'.';
}

/// What the answers say to a question, and why they do not say more.
struct Said {
    std::optional<bool> answer;
    QString doubt; ///< a sentence where there is no answer
};

/// Weighs the answers; joins what they say to the parts of a question.
class Weighing {
public:
    explicit Weighing(std::span<const CheckResult> answers)
        : m_answers(answers)
    {
    }

    [[nodiscard]] Said of(const CheckQuestion &question) const
    {
        return question.isJoin() ? joined(question) : single(question);
    }

private:
    [[nodiscard]] Said single(const CheckQuestion &question) const
    {
        for (auto one = m_answers.rbegin(); one != m_answers.rend(); ++one) {
            if (questionOf(*one).asksTheSame(question))
                return weighed(*one);
        }
        return {{}, notAsked(question)};
    }

    static Said weighed(const CheckResult &result)
    {
        const auto answer = answerOf(result);
        if (!answer)
            return {{}, stateSentence(result.state)};
        if (result.identity == HostIdentity::Unproved)
            return {{}, Words::tr("It is not certain that the answer is of %1.").arg(asCode(result.asked))};
        return {answer, {}};
    }

    [[nodiscard]] QString notAsked(const CheckQuestion &question) const
    {
        using Kind = CheckQuestion::Kind;
        if (!m_answers.empty() && question.kind == Kind::Service && !m_answers.back().question)
            return Words::tr("The answer is about %1, but this event is about %2.")
                .arg(asCode(m_answers.back().service), asCode(question.service));
        return Words::tr("Nobody was asked about %1 yet.").arg(asCode(question.subjects().join(u' ')));
    }

    /// One no decides "all of", one yes "any of"; else every part must be answered.
    [[nodiscard]] Said joined(const CheckQuestion &question) const
    {
        const bool deciding = question.kind == CheckQuestion::Kind::AnyOf;
        QString doubt;
        for (const CheckQuestion &part : question.parts) {
            const Said said = of(part);
            if (said.answer == deciding)
                return {deciding, {}};
            if (!said.answer && doubt.isEmpty())
                doubt = said.doubt;
        }
        return doubt.isEmpty() ? Said{!deciding, {}} : Said{{}, doubt};
    }

    std::span<const CheckResult> m_answers;
};

Conclusion unconfirmed(const FilledCheck &check, const QString &reason)
{
    QString sentence = reason;
    if (!check.unknown.isEmpty())
        sentence += u' ' + check.unknown;
    return {ConclusionKind::NotConfirmed, sentence};
}

} // namespace

Conclusion conclude(const FilledCheck &check, std::span<const CheckResult> answers)
{
    if (!check.question.isComplete())
        return unconfirmed(check,
            check.question.kind == CheckQuestion::Kind::Service
                ? Words::tr("The event does not name the service.")
                : Words::tr("The event does not name what the check is about."));
    const Said said = Weighing(answers).of(check.question);
    if (!said.answer)
        return unconfirmed(check, said.doubt);
    const OutcomeMeaning &meaning = *said.answer ? check.yes : check.no;
    return {meaning.conclusion, meaning.sentence};
}

} // namespace evident
