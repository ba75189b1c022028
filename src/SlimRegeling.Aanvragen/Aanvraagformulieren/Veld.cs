namespace SlimRegeling.Aanvragen.Aanvraagformulieren;

/// <summary>Words for people, Dutch (B1) and English.</summary>
internal sealed record Woorden(string Nl, string En);

/// <summary>At which moment something in a form is looked at.</summary>
[Flags]
internal enum Let
{
    /// <summary>A value that can never be right, also in a draft.</summary>
    Waarden = 1,

    /// <summary>What must be there when it is submitted or completed (2.8).</summary>
    Verplicht = 2,

    /// <summary>What only the rules of the window tell, when it is submitted.</summary>
    Tijdvak = 4,

    Alles = Waarden | Verplicht | Tijdvak,
}

/// <summary>
/// All that is known of a field of the form. The schema that is served and the check at the door both read this, so that they cannot differ.
/// </summary>
/// <param name="Naam">As in JSON; empty for an element of a list.</param>
internal abstract record Veld(string Naam, Woorden Titel)
{
    public const string Ontbreekt = "Dit veld ontbreekt. Vul het in.";

    public Woorden? Uitleg { get; init; }

    /// <summary>Ready to follow the word "artikel".</summary>
    public string? Artikel { get; init; }

    /// <summary>The task that it belongs to; null: that of what it stands in.</summary>
    public string? Sectie { get; init; }

    /// <summary>What to do when it is not there; null when it may be left out.</summary>
    public string? Verplicht { get; init; }
}

/// <param name="Langste">In characters.</param>
internal sealed record Tekstveld(string Naam, Woorden Titel, int Langste) : Veld(Naam, Titel)
{
    /// <summary>The whole text, as a regular expression without anchors that JavaScript reads too; null when any text will do.</summary>
    public string? Patroon { get; init; }

    /// <summary>What to write, for who wrote something else.</summary>
    public string? Vorm { get; init; }

    /// <summary>When the form is looked at.</summary>
    public Let VormBij { get; init; } = Let.Waarden;

    /// <summary>Gives what is wrong with a text of the right form; null when nothing is.</summary>
    public Func<string, string?>? Ook { get; init; }

    /// <summary>Whether white space alone counts as nothing.</summary>
    public bool NietLeeg { get; init; }
}

/// <summary>Euro, zero or more.</summary>
internal sealed record Bedragveld(string Naam, Woorden Titel) : Veld(Naam, Titel)
{
    /// <summary>What is above this does not count.</summary>
    public decimal? TeltTot { get; init; }
}

/// <summary>A quantity with at most two decimals, from zero.</summary>
/// <param name="Eenheid">fte, uur or procent.</param>
internal sealed record Aantalveld(string Naam, Woorden Titel, string Eenheid, decimal Hoogste) : Veld(Naam, Titel)
{
    /// <summary>The rules of the window allow less than this only.</summary>
    public decimal? Onder { get; init; }

    /// <summary>What to say to who is not below it.</summary>
    public string? TeHoog { get; init; }

    /// <summary>Ready to follow the word "artikel".</summary>
    public string? TeHoogArtikel { get; init; }
}

/// <summary>A whole number, from zero.</summary>
internal sealed record Stuksveld(string Naam, Woorden Titel, int Hoogste) : Veld(Naam, Titel);

internal sealed record Keuze(string Waarde, Woorden Titel);

internal sealed record Keuzeveld(string Naam, Woorden Titel, IReadOnlyList<Keuze> Keuzes) : Veld(Naam, Titel)
{
    /// <summary>What other windows know, with what to do about it here.</summary>
    public IReadOnlyDictionary<string, string> Elders { get; init; } = new Dictionary<string, string>();
}

internal sealed record JaNeeveld(string Naam, Woorden Titel) : Veld(Naam, Titel)
{
    /// <summary>Whether only yes will do.</summary>
    public bool Moet { get; init; }
}

/// <param name="TeVeel">What to say of more than <paramref name="Meeste"/>.</param>
internal sealed record Lijstveld(string Naam, Woorden Titel, Veld Element, int Meeste, string TeVeel) : Veld(Naam, Titel)
{
    /// <summary>What to say of an empty list; null when it may be empty.</summary>
    public string? NietLeeg { get; init; }

    /// <summary>Of exactly one element this field has this value.</summary>
    public (string Veld, string Waarde)? PreciesEen { get; init; }

    /// <summary>Main activities that this applicant type can have; empty when any.</summary>
    public IReadOnlyCollection<string> Hoofdactiviteiten { get; init; } = [];
}

internal sealed record Groepveld(string Naam, Woorden Titel, IReadOnlyList<Veld> Velden) : Veld(Naam, Titel)
{
    public IReadOnlyList<Voorwaarde> Voorwaarden { get; init; } = [];

    /// <summary>Fields that other windows or applicants have.</summary>
    public IReadOnlyList<Vervallen> Niet { get; init; } = [];

    /// <summary>Whether, when the group is not there, it is its own required fields that are missing.</summary>
    public bool PerOnderdeel { get; init; }
}
