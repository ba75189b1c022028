using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using NodaTime;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Regels;

namespace SlimRegeling.Aanvragen.Proefberekeningen;

/// <summary>A plan to compute before applying. Amounts in euro excluding VAT.</summary>
[Description("Een plan om vooraf door te rekenen. Bedragen in euro exclusief btw.")]
[Voorbeeld(
    """
        {"tijdvak":"2026-04-mkb",
         "aanvrager":{"type":"mkb-onderneming","werkzamePersonen":12.5,"jaaromzet":"1500000.00","balanstotaal":"800000.00",
           "sbiCodes":["4321"],"deMinimissteun":[{"bedrag":"5000.00","verleendOp":"2024-09-12"}]},
         "activiteiten":[
           {"soort":"A","externeUren":[{"uren":80,"uurtarief":"125.00"}]},
           {"soort":"C","eigenUren":[{"uren":100,"brutojaarloon":"39090.91"}]}]}
        """
)]
public sealed record Proefverzoek
{
    [Description("Het aanvraagtijdvak waarin u rekent. Ook een gesloten tijdvak kan: dan gelden de regels van toen.")]
    [Voorbeeld("\"2026-04-mkb\"")]
    public required string Tijdvak { get; init; }

    public required Proefaanvrager Aanvrager { get; init; }

    [Description("De activiteiten van het plan.")]
    [MinLength(1)]
    public required IReadOnlyList<Activiteitgegevens> Activiteiten { get; init; }

    /// <summary>What the rules look at.</summary>
    public Plan Regelplan()
    {
        IReadOnlyList<Activiteit> activiteiten = [.. Activiteiten.Select(a => a.Regelactiviteit())];
        return Aanvrager.Type == Aanvragertype.Samenwerkingsverband
            ? Plan.Voor([.. (Aanvrager.Deelnemers ?? []).Select(d => d.Regeldeelnemer())], activiteiten)
            : new Plan(Aanvrager.Type, Aanvrager.Regelonderneming(), activiteiten);
    }
}

[Description(
    "Wie aanvraagt. Een mkb-onderneming of grootbedrijf vult zijn eigen omvang in; een samenwerkingsverband vult alleen 'deelnemers' in."
)]
public sealed record Proefaanvrager
{
    [Description("De soort aanvrager.")]
    [AllowedValues(Aanvragertype.MkbOnderneming, Aanvragertype.Grootbedrijf, Aanvragertype.Samenwerkingsverband)]
    public required string Type { get; init; }

    [Description("Fte over het laatst afgesloten boekjaar, met ten hoogste twee decimalen. Verplicht voor één onderneming.")]
    [JsonConverter(typeof(AantalConverter))]
    [Range(0, Gegevenscontrole.MeestePersonen)]
    [Voorbeeld("12.5")]
    public decimal? WerkzamePersonen { get; init; }

    [Description("Omzet over hetzelfde boekjaar. Verplicht voor één onderneming.")]
    [Voorbeeld("\"1500000.00\"")]
    public decimal? Jaaromzet { get; init; }

    [Description("Balanstotaal over hetzelfde boekjaar. Verplicht voor één onderneming.")]
    [Voorbeeld("\"800000.00\"")]
    public decimal? Balanstotaal { get; init; }

    [Description("De SBI-codes van de onderneming; de eerste is de hoofdactiviteit. Verplicht voor één onderneming.")]
    [MinLength(1)]
    [Voorbeeld("[\"4321\"]")]
    public IReadOnlyList<string>? SbiCodes { get; init; }

    [Description("Ondernemingen waarmee de onderneming een band heeft van 25% of meer; hun omvang telt mee (mkb-verklaring).")]
    public IReadOnlyList<Bandgegevens>? VerbondenOndernemingen { get; init; }

    [Description(
        "De-minimissteun die de onderneming en de verbonden ondernemingen kregen. De peildatum is de dag waarop het tijdvak sluit. Een lege lijst zegt dat er geen steun was; zonder dit veld wordt de ruimte niet beoordeeld."
    )]
    public IReadOnlyList<Proefsteun>? DeMinimissteun { get; init; }

    [Description("De partijen van een samenwerkingsverband, met één hoofdaanvrager. Alleen bij een samenwerkingsverband.")]
    [MinLength(1)]
    [Voorbeeld(
        """
            [{"kvkNummer":"11111111","rol":"hoofdaanvrager","type":"brancheorganisatie","aandeelKosten":"60000.00"},
             {"kvkNummer":"22222222","rol":"partij","type":"mkb-onderneming","aandeelKosten":"70000.00","werkzamePersonen":30,
              "jaaromzet":"4000000.00","balanstotaal":"2000000.00","sbiCodes":["4321"],"verbondenMet":["44444444"]},
             {"kvkNummer":"33333333","rol":"partij","type":"mkb-onderneming","aandeelKosten":"70000.00","werkzamePersonen":8.5,
              "jaaromzet":"900000.00","balanstotaal":"400000.00","sbiCodes":["4322"]}]
            """
    )]
    public IReadOnlyList<Deelnemergegevens>? Deelnemers { get; init; }

    public Onderneming Regelonderneming() =>
        new(WerkzamePersonen ?? 0m, Jaaromzet ?? 0m, Balanstotaal ?? 0m, SbiCodes ?? [])
        {
            Gelieerd = [.. (VerbondenOndernemingen ?? []).Select(b => b.Regelband())],
        };

    /// <summary>Null when it is not told whether there was any.</summary>
    public IReadOnlyList<Steun>? Steun() =>
        DeMinimissteun is null ? null : [.. DeMinimissteun.Select(s => new Steun(s.Bedrag, s.VerleendOp))];
}

[Description("De-minimissteun die eerder is verleend.")]
public sealed record Proefsteun
{
    [Voorbeeld("\"5000.00\"")]
    public required decimal Bedrag { get; init; }

    [Description("De dag van het besluit; niet die van de betaling.")]
    [Voorbeeld("\"2024-09-12\"")]
    public required LocalDate VerleendOp { get; init; }
}
