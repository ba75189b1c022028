namespace SlimRegeling.Web.Leerwerk;

/// <summary>That a scan was done, in an application or an accounting; never what it found.</summary>
/// <param name="Tot">The day on which it was closed.</param>
/// <param name="KvkNummer">Who had it done; null of what was told before that was.</param>
/// <param name="Gevraagd">How many people were asked; null, as what follows, of what was told before it was.</param>
/// <param name="Beeld">The response in words.</param>
/// <param name="Vragenlijst">The list of questions, as people call it.</param>
/// <param name="Bron">What the list is.</param>
/// <param name="Onderbouwing">The literature and research behind it.</param>
/// <param name="Validatie">niet-gevalideerd, in-onderzoek or gevalideerd.</param>
/// <param name="Instrumenthash">SHA-256 of the file with its questions.</param>
/// <param name="Beantwoord">How many people answered enough to count.</param>
/// <param name="Leiding">Whether management signed its part.</param>
/// <param name="RapportOp">The day on which the report was fixed.</param>
/// <param name="Dimensies">Codes of the common dimensions that the questions tell of, with a space between.</param>
/// <param name="OnderzoekBedrijven">Firms in the research of the questions, people and the year of it: as far as the list says.</param>
public sealed record Bewijsbeeld(
    string Scan,
    string Instrument,
    DateOnly Van,
    DateOnly Tot,
    string Rapporthash,
    string? KvkNummer = null,
    int? Gevraagd = null,
    string? Beeld = null,
    string? Vragenlijst = null,
    int? Instrumentversie = null,
    string? Bron = null,
    string? Onderbouwing = null,
    string? Validatie = null,
    string? Instrumenthash = null,
    int? Beantwoord = null,
    bool? Leiding = null,
    DateOnly? RapportOp = null,
    string? Dimensies = null,
    int? OnderzoekBedrijven = null,
    int? OnderzoekPersonen = null,
    int? OnderzoekJaar = null
)
{
    /// <summary>The list of questions, as far as it was told how people call it.</summary>
    public string Titel => Vragenlijst ?? Instrument;

    /// <summary>How far the questions were researched, in words of which the texts have the English; null when it was not told.</summary>
    public string? Onderzocht =>
        Validatie switch
        {
            null => null,
            "gevalideerd" => "De vragen zijn onderzocht en gevalideerd",
            "in-onderzoek" => "De vragen worden onderzocht",
            _ => "De vragen zijn nog niet gevalideerd",
        };
}
