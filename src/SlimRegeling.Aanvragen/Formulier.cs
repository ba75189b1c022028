using System.Text.Json.Serialization;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Regels;

namespace SlimRegeling.Aanvragen;

/// <summary>The application as the applicant writes it. Parts may be absent while it is a draft; money in euro, hours and fte as numbers.</summary>
public sealed record Formulier(
    Ondernemingsgegevens? Onderneming = null,
    IReadOnlyList<Activiteitgegevens>? Activiteiten = null,
    Activiteitenplan? Plan = null,
    Verklaringen? Verklaringen = null,
    Rekening? Rekening = null
)
{
    /// <summary>The kinds of activity, each once.</summary>
    public IReadOnlyList<string> Soorten(IReadOnlyList<Activiteitgegevens>? begroting = null) =>
        [.. (begroting ?? Activiteiten ?? []).Select(a => a.Soort).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>What the rules look at; the form must be complete.</summary>
    public Plan Regelplan(string aanvragertype, IReadOnlyList<Activiteitgegevens>? begroting = null)
    {
        var onderneming = Onderneming ?? throw new InvalidOperationException("The form has no enterprise.");
        return new Plan(
            aanvragertype,
            new Onderneming(onderneming.WerkzamePersonen, onderneming.Jaaromzet, onderneming.Balanstotaal, onderneming.SbiCodes),
            [.. (begroting ?? Activiteiten ?? []).Select(a => a.Regelactiviteit())]
        );
    }
}

public sealed record Ondernemingsgegevens(
    [property: JsonConverter(typeof(AantalConverter))] decimal WerkzamePersonen,
    decimal Jaaromzet,
    decimal Balanstotaal,
    IReadOnlyList<string> SbiCodes,
    string? Naam = null
);

/// <param name="Soort">A, B, C or D (2.4).</param>
public sealed record Activiteitgegevens(
    string Soort,
    IReadOnlyList<EigenUrenregel>? EigenUren = null,
    IReadOnlyList<ExterneUrenregel>? ExterneUren = null,
    decimal? OverigeExterneKosten = null,
    int? Trajecten = null
)
{
    public Activiteit Regelactiviteit() =>
        new(Enum.Parse<Activiteitsoort>(Soort))
        {
            EigenUren = [.. (EigenUren ?? []).Select(u => new EigenUren(u.Uren, u.Brutojaarloon, u.Eigenaar ?? false))],
            ExterneUren = [.. (ExterneUren ?? []).Select(u => new ExterneUren(u.Uren, u.Uurtarief))],
            OverigeExterneKosten = OverigeExterneKosten ?? 0m,
            Trajecten = Trajecten ?? 0,
        };
}

public sealed record EigenUrenregel(
    [property: JsonConverter(typeof(AantalConverter))] decimal Uren,
    decimal Brutojaarloon,
    bool? Eigenaar = null
);

public sealed record ExterneUrenregel([property: JsonConverter(typeof(AantalConverter))] decimal Uren, decimal Uurtarief);

public sealed record Activiteitenplan(string Doelen, string Aanpak, string Resultaten, string Evaluatie);

/// <param name="Mkb">The mkb-verklaring (2.8, second paragraph).</param>
/// <param name="Waarheid">The applicant declares that all is filled in truthfully.</param>
public sealed record Verklaringen(bool Mkb, DeMinimisverklaring DeMinimis, bool Waarheid);

/// <param name="Bedrag">De-minimis aid of the past three years, in euro; only when it was received.</param>
public sealed record DeMinimisverklaring(Steunsoort Soort, decimal? Bedrag = null);

public enum Steunsoort
{
    Geen,
    Ontvangen,
}

public sealed record Rekening(string Iban);
