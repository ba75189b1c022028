using NodaTime;

namespace SlimRegeling.Dossiers.Emails;

/// <summary>Why someone gets e-mail. In the table by the names here.</summary>
public enum Emailsoort
{
    Ontvangst,
    Brief,
    DocumentGeweigerd,
    Herinnering,
    Uitnodiging,

    /// <summary>To who keeps watch, about an alarm of the reconciliation: of no enterprise and no case.</summary>
    Alarm,
}

/// <summary>How an e-mail stands. In the table by the names here.</summary>
public enum Emailtoestand
{
    Wacht,

    /// <summary>Being given to the server at this moment.</summary>
    Onderweg,

    Verzonden,

    /// <summary>It was being given to the server when the program ended, or the connection did: it may have gone. It is not sent again by itself.</summary>
    Onzeker,

    Geweigerd,

    /// <summary>The enterprise gave no address, or one at which nobody is.</summary>
    ZonderAdres,

    /// <summary>It came too late to be of use.</summary>
    Vervallen,
}

/// <summary>One e-mail to one enterprise about one occasion.</summary>
/// <param name="Sleutel">Of the occasion and the enterprise: asked again, it is the same e-mail.</param>
/// <param name="Gever">The enterprise of the case, when this one acts for it.</param>
/// <param name="Sluit">When the window closes, where the text tells that.</param>
/// <param name="BijConcept">Whether the case was a draft then.</param>
/// <param name="Tot">After this it is of no use.</param>
public sealed record Email(
    string Sleutel,
    string KvkNummer,
    string? Gever,
    Emailsoort Soort,
    string Zaaknummer,
    Instant? Sluit,
    bool BijConcept,
    int Pogingen,
    Instant Tot
);
