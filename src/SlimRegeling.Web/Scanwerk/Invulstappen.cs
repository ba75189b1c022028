namespace SlimRegeling.Web.Scanwerk;

/// <summary>The pages of a questionnaire in their order: what it is, each part, what one wants to be better, about oneself, and sending it.</summary>
public sealed class Invulstappen
{
    public const string Uitleg = "uitleg";
    public const string Wil = "wil";
    public const string Over = "over-u";
    public const string Klaar = "klaar";

    private readonly Invullijst _lijst;
    private readonly List<string> _stappen;

    public Invulstappen(Invullijst lijst)
    {
        _lijst = lijst;
        _stappen = [Uitleg, .. lijst.Onderdelen.Select(o => o.Code), Wil, .. lijst.Kenmerken.Count > 0 ? (string[])[Over] : [], Klaar];
    }

    /// <summary>D1 to D6: what one can want to be better.</summary>
    public IEnumerable<Vragendeel> Onderwerpen => _lijst.Onderdelen.Where(o => o.Code is ['D', >= '1' and <= '6']);

    /// <summary>How many pages have something to fill in.</summary>
    public int Aantal => _stappen.Count - 2;

    /// <summary>Which of those it is; zero before the first.</summary>
    public int Nummer(string stap) => _stappen.IndexOf(stap);

    public string Geldig(string? stap) => stap is not null && _stappen.Contains(stap) ? stap : Uitleg;

    public string Na(string stap) => _stappen[Math.Min(_stappen.IndexOf(stap) + 1, _stappen.Count - 1)];

    public string Voor(string stap) => _stappen[Math.Max(_stappen.IndexOf(stap) - 1, 0)];

    /// <summary>The part that a page asks; null when it asks something else.</summary>
    public Vragendeel? Deel(string stap) => _lijst.Onderdelen.FirstOrDefault(o => o.Code == stap);

    /// <summary>The first page with a question that has no answer, or the one after all parts.</summary>
    public string Eerste(Invulblad blad) =>
        _lijst.Onderdelen.FirstOrDefault(o => Vraagveld.Open(o, veld => blad[veld]).Any()) is { } open ? open.Code : Wil;

    /// <summary>The names of the fields on a page.</summary>
    public IReadOnlyList<string> Velden(string stap) =>
        stap switch
        {
            Wil => [Invulblad.Wilveld],
            Over => [.. _lijst.Kenmerken.Select(k => Invulblad.Kenmerkveld + k.Code)],
            _ => Deel(stap) is { } deel ? [.. deel.Vragen.Select((_, i) => Vraagveld.Naam(deel, i))] : [],
        };
}
