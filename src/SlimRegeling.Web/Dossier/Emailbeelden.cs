namespace SlimRegeling.Web.Dossier;

/// <param name="Soort">As the API calls it, such as ontvangst.</param>
/// <param name="Stand">As the API says it, such as verzonden.</param>
/// <param name="Uitleg">What is the matter; null when nothing is.</param>
/// <param name="Brief">The letter that it tells of; null when it tells of none.</param>
public sealed record Emailregel(
    string Id,
    string Zaaknummer,
    string KvkNummer,
    string Soort,
    string Stand,
    DateTimeOffset StandOp,
    string? Uitleg = null,
    string? Brief = null
)
{
    public string Titel =>
        Soort switch
        {
            "ontvangst" => "Wij hebben de aanvraag ontvangen",
            "brief" => "Er staat een brief klaar",
            "document-geweigerd" => "Een document is geweigerd",
            "herinnering" => "Herinnering",
            "uitnodiging" => "Uitnodiging",
            "alarm" => "Alarm van de afstemming",
            _ => "E-mail",
        };

    public string Toestand =>
        Stand switch
        {
            "wacht" => "Wacht",
            "onderweg" => "Wordt verstuurd",
            "verzonden" => "Verstuurd",
            "onzeker" => "Onzeker",
            "geweigerd" => "Geweigerd",
            "zonder-adres" => "Geen adres",
            _ => "Niet verstuurd",
        };

    public bool IsKlaar => Stand == "verzonden";

    /// <summary>Whether somebody can decide that it goes again.</summary>
    public bool MagOpnieuw => Stand is "onzeker" or "geweigerd" or "zonder-adres" or "vervallen";
}

/// <param name="OnbestelbaarOp">Since when nothing can be delivered at its address; null when it can, or there is none.</param>
public sealed record Emailbereik(DateTimeOffset? OnbestelbaarOp = null);

/// <summary>How e-mail stands as a whole, and what does not go by itself.</summary>
/// <param name="Stand">As the API says it: bereikbaar, niet-bereikbaar, niet-ingesteld or uit.</param>
/// <param name="OudsteOp">Since when the first of those that wait does; null when none waits.</param>
/// <param name="AandachtNodig">The oldest first, a hundred at most.</param>
public sealed record Emailoverzicht(
    string Stand,
    int Wacht,
    int ZonderAdres,
    int Onzeker,
    int Geweigerd,
    int SlechteAdressen,
    IReadOnlyList<Emailregel> AandachtNodig,
    string? Fout = null,
    DateTimeOffset? OudsteOp = null
);
