// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The card that asks one question of one computer and shows what was answered. Its height is reserved beforehand for
// the longest answer that is known, so that the text below stays where it is. Owned by the explanation page.

#include "details/checkwords.h"

#include <QTimeZone>
#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;
class QToolButton;

namespace evident {

class Badge;
class Checker;
class ReadingText;

class CheckCard final : public QWidget {
    Q_OBJECT
public:
    /// @p session must outlive the card.
    explicit CheckCard(Session &session, QWidget *parent = nullptr);

    /// Shows the check of this finding; hides itself when its article has none. @p subject: what the checks of the chosen
    /// event are about.
    void showFor(const FindingKey &finding, const QString &subject, const QTimeZone &zone);
    void showNone();
    [[nodiscard]] QToolButton *button() const { return m_button; }
    /// Who asks; must be set before anything is shown, and outlive the card.
    void setChecker(Checker &checker);
    /// Uses @p path as the hive and asks it at once.
    void askHive(const QString &path);
    /// Asks whatever is at hand.
    void ask();

signals:
    /// The user wants to pick a hive of @p computer in a dialog.
    void hiveWanted(const QString &computer);
    /// The user wants to paste what a command said on the computer.
    void pasteWanted(const evident::FindingKey &finding);
    void trouble(const evident::Error &error);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void setUpButton();
    void setUpComputer();
    void refresh();
    void showMenu();
    [[nodiscard]] bool isAsking() const;
    [[nodiscard]] QString computer(const Finding &finding) const;
    void showAnswer(const Finding &finding, const CheckSubject &subject);
    void showQuestion(const Finding &finding, const CheckSubject &subject);
    void reserveHeight(const Finding &finding, const CheckSubject &subject);
    /// What of the finding the card is about.
    [[nodiscard]] const CheckSubject &subject(const Finding &finding) const;
    [[nodiscard]] const Finding *finding() const;
    [[nodiscard]] const OpenHive *fittingHive(const QString &computer) const;

    Session &m_session;
    Checker *m_checker = nullptr;
    std::optional<FindingKey> m_key;
    QString m_subject;
    QTimeZone m_zone = QTimeZone::UTC;
    bool m_asking = false;
    QLabel *m_question;
    Badge *m_badge;
    QLabel *m_state;
    ReadingText *m_words;
    QLabel *m_how;
    QToolButton *m_button;
    QLineEdit *m_computer;
    QPushButton *m_vouch;
};

} // namespace evident
