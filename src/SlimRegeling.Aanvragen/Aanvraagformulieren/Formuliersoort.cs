using SlimRegeling.Regels;

namespace SlimRegeling.Aanvragen.Aanvraagformulieren;

/// <summary>For whom a form is: the rules of a window and the type of applicant.</summary>
/// <param name="Type">Null for a draft of any window: every field, and no limit of one version.</param>
internal sealed record Formuliersoort(Regelversie Versie, string? Type)
{
    public bool IsConcept => Type is null;

    public bool VoorEen => Type != Aanvragertype.Samenwerkingsverband;

    public bool VoorPartijen => IsConcept || Type == Aanvragertype.Samenwerkingsverband;

    public bool IsMkb => Type == Aanvragertype.MkbOnderneming;

    /// <summary>Whether B is paid by a fixed amount (2.16); never so of a draft of any window.</summary>
    public decimal? BedragPerTraject => IsConcept ? null : Versie.Zoek(Parameters.BedragLoopbaantraject);

    /// <summary>Whether an adviser's rate above the maximum can count.</summary>
    public bool KentMarktconform => IsConcept || Versie[Parameters.UurtariefBovenMaximum] == Uurtariefkeuze.Marktconform;

    public string Document(string code) => Versie.Document(code).Artikel;

    public string Eis(string code) => Versie.Eis(code).Artikel;

    public string Post(string code) => Versie.Post(code).Artikel;

    public string Parameter(Sleutel sleutel) => Versie.Parameters[sleutel.Code].Artikel;

    /// <summary>€ 135,00 and €135.00, of a parameter of the version.</summary>
    public (string Nl, string En) Euro(Getalsleutel sleutel) => Euro(Versie[sleutel]);

    public static (string Nl, string En) Euro(decimal bedrag) =>
        (Getal.Euro(bedrag), string.Create(System.Globalization.CultureInfo.InvariantCulture, $"€{bedrag:#,##0.00}"));

    public static (string Nl, string En) Kort(decimal getal) =>
        (Getal.Kort(getal), getal.ToString("#,##0.##", System.Globalization.CultureInfo.InvariantCulture));
}
