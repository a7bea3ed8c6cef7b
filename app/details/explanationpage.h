// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The page that answers: what is this, does it matter, can I prove it, what do I do. Badge, title and span first, the
// check card, then the article's sections with the event's values in them; folded below, why it matched and what else
// is possible. Where there is room the card stands beside the text, else above it. Owned by the details pane.

#include "details/subject.h"

#include <QScrollArea>
#include <QTimeZone>

class QGridLayout;
class QLabel;
class QToolButton;

namespace evident {

class Badge;
class ClassicArchive;
class CheckCard;
class Fold;
class ReadingText;

class ExplanationPage final : public QScrollArea {
    Q_OBJECT
public:
    /// @p session must outlive the page.
    explicit ExplanationPage(Session &session, QWidget *parent = nullptr);

    /// Imported articles are offered from now on; @p archive must outlive the page.
    void setArchive(const ClassicArchive &archive);
    void showSubject(const Subject &subject, const QTimeZone &zone);
    /// Nothing is chosen.
    void showNothing();
    [[nodiscard]] CheckCard &card() { return *m_card; }
    [[nodiscard]] ReadingText &text() { return *m_text; }
    /// The list of imported articles that may speak of the event.
    [[nodiscard]] ReadingText &classic() { return *m_classic; }
    [[nodiscard]] QToolButton &wrongButton() { return *m_wrong; }
    [[nodiscard]] QLabel &title() { return *m_title; }
    [[nodiscard]] Badge &badge() { return *m_badge; }

signals:
    /// The reader says that what is shown is not so.
    void foundWrong();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    enum class CardPlace { Above, Beside };
    void setUpHead(QGridLayout *grid);
    void placeCard(CardPlace place);
    void showKnown();
    void showCard();
    void showOther(ArticleNumber article);
    void showUnknown();
    void showHead(const Finding *finding);
    void showReasons(const Explanation &explanation);
    void showCandidates();
    void showClassic(const QString &id);
    void hideFolds();
    void refreshHead();

    Session &m_session;
    std::optional<Subject> m_subject;
    QTimeZone m_zone = QTimeZone::UTC;
    CardPlace m_place = CardPlace::Above;
    QWidget *m_page;
    QGridLayout *m_grid;
    QWidget *m_head;
    Badge *m_badge;
    QLabel *m_span;
    QLabel *m_title;
    QToolButton *m_back;
    CheckCard *m_card;
    QWidget *m_body;
    ReadingText *m_text;
    ReadingText *m_why;
    ReadingText *m_others;
    Fold *m_whyFold;
    ReadingText *m_classic;
    QToolButton *m_wrong;
    Fold *m_othersFold;
    Fold *m_classicFold;
    const ClassicArchive *m_archive = nullptr;
};

/// The article's sections, what it applies to and its sources, as one Markdown text.
[[nodiscard]] QString pageMarkdown(const Explanation &explanation);

} // namespace evident
