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
    public required IReadOnlyList<Proefactiviteit> Activiteiten { get; init; }

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
    [Range(0, Verzoeklezer.MeestePersonen)]
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
    public IReadOnlyList<Proefband>? VerbondenOndernemingen { get; init; }

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
    public IReadOnlyList<Proefdeelnemer>? Deelnemers { get; init; }

    public Onderneming Regelonderneming() =>
        new(WerkzamePersonen ?? 0m, Jaaromzet ?? 0m, Balanstotaal ?? 0m, SbiCodes ?? [])
        {
            Gelieerd = [.. (VerbondenOndernemingen ?? []).Select(b => b.Regelband())],
        };

    /// <summary>Null when it is not told whether there was any.</summary>
    public IReadOnlyList<Steun>? Steun() =>
        DeMinimissteun is null ? null : [.. DeMinimissteun.Select(s => new Steun(s.Bedrag, s.VerleendOp))];
}

[Description("Een onderneming waarmee een band bestaat van kapitaal of stemmen, in welke richting ook.")]
public sealed record Proefband
{
    public const string Verbonden = "verbonden";
    public const string Partner = "partner";

    [Description("verbonden: meer dan 50%, telt geheel mee; partner: 25% tot en met 50%, telt mee naar het percentage.")]
    [AllowedValues(Verbonden, Partner)]
    public required string Soort { get; init; }

    [Description("Het hoogste percentage van kapitaal en stemmen.")]
    [JsonConverter(typeof(AantalConverter))]
    [Range(0, 100)]
    [Voorbeeld("33.5")]
    public required decimal Percentage { get; init; }

    [Description("Fte, met ten hoogste twee decimalen.")]
    [JsonConverter(typeof(AantalConverter))]
    [Range(0, Verzoeklezer.MeestePersonen)]
    [Voorbeeld("40")]
    public required decimal WerkzamePersonen { get; init; }

    [Voorbeeld("\"6000000.00\"")]
    public required decimal Jaaromzet { get; init; }

    [Voorbeeld("\"2500000.00\"")]
    public required decimal Balanstotaal { get; init; }

    public GelieerdeOnderneming Regelband() =>
        new(Soort == Verbonden ? Band.Verbonden : Band.Partner, Percentage, WerkzamePersonen, Jaaromzet, Balanstotaal);
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

[Description("Een partij van een samenwerkingsverband.")]
public sealed record Proefdeelnemer
{
    public const string Hoofdaanvrager = "hoofdaanvrager";
    public const string Partij = "partij";

    [RegularExpression("^[0-9]{8}$")]
    [Voorbeeld("\"22222222\"")]
    public required string KvkNummer { get; init; }

    [Description("Precies één deelnemer is hoofdaanvrager.")]
    [AllowedValues(Hoofdaanvrager, Partij)]
    public required string Rol { get; init; }

    [Description("De soort partij.")]
    [AllowedValues(
        Partijsoort.MkbOnderneming,
        Partijsoort.Brancheorganisatie,
        Partijsoort.Onderwijsinstelling,
        Partijsoort.OenOFonds,
        Partijsoort.Werkgeversvereniging,
        Partijsoort.Werknemersvereniging
    )]
    public required string Type { get; init; }

    [Description(
        "Wat de partij draagt van de externe kosten en de loonkosten samen. De aandelen van alle partijen tellen op tot dat bedrag: na de maximale tarieven en de afronding, voor de toeslag voor overige kosten."
    )]
    [Voorbeeld("\"70000.00\"")]
    public required decimal AandeelKosten { get; init; }

    [Description("Fte, met ten hoogste twee decimalen. Verplicht voor een mkb-onderneming.")]
    [JsonConverter(typeof(AantalConverter))]
    [Range(0, Verzoeklezer.MeestePersonen)]
    [Voorbeeld("30")]
    public decimal? WerkzamePersonen { get; init; }

    [Description("Verplicht voor een mkb-onderneming.")]
    [Voorbeeld("\"4000000.00\"")]
    public decimal? Jaaromzet { get; init; }

    [Description("Verplicht voor een mkb-onderneming.")]
    [Voorbeeld("\"2000000.00\"")]
    public decimal? Balanstotaal { get; init; }

    [Description("De SBI-codes; de eerste is de hoofdactiviteit. Landbouw, visserij en wegvervoer hebben een eigen maximum.")]
    [Voorbeeld("[\"4321\"]")]
    public IReadOnlyList<string>? SbiCodes { get; init; }

    [Description("KVK-nummers van ondernemingen waarmee deze partij verbonden is (meer dan 50%).")]
    [Voorbeeld("[\"44444444\"]")]
    public IReadOnlyList<string>? VerbondenMet { get; init; }

    public Deelnemer Regeldeelnemer() =>
        new(
            KvkNummer,
            Rol == Hoofdaanvrager,
            Type,
            AandeelKosten,
            Type == Partijsoort.MkbOnderneming
                ? new Onderneming(WerkzamePersonen ?? 0m, Jaaromzet ?? 0m, Balanstotaal ?? 0m, SbiCodes ?? [])
                : null,
            VerbondenMet ?? []
        );
}

[Description("Een activiteit met haar kosten; vul in wat van toepassing is.")]
public sealed record Proefactiviteit
{
    [Description(
        "A: doorlichting van de onderneming; B: loopbaan- of ontwikkeladvies; C: begeleiding bij een methode; D: praktijkleerplaats (tot en met 2024)."
    )]
    [AllowedValues(nameof(Activiteitsoort.A), nameof(Activiteitsoort.B), nameof(Activiteitsoort.C), nameof(Activiteitsoort.D))]
    public required string Soort { get; init; }

    [Description("Uren van eigen mensen. Voor A en C, en voor B in een tijdvak zonder vast bedrag per traject.")]
    public IReadOnlyList<ProefeigenUren>? EigenUren { get; init; }

    [Description("Uren van een externe adviseur. Voor A en C, en voor B in een tijdvak zonder vast bedrag per traject.")]
    public IReadOnlyList<ProefexterneUren>? ExterneUren { get; init; }

    [Description("Andere externe kosten. Voor A en C, en voor B in een tijdvak zonder vast bedrag per traject.")]
    [Voorbeeld("\"899.20\"")]
    public decimal? OverigeExterneKosten { get; init; }

    [Description("Aantal loopbaan- of ontwikkeltrajecten. Alleen voor B.")]
    [Range(0, Verzoeklezer.MeesteStuks)]
    [Voorbeeld("10")]
    public int? Trajecten { get; init; }

    [Description("Aantal praktijkleerplaatsen van een jaar. Alleen voor D.")]
    [Range(0, Verzoeklezer.MeesteStuks)]
    [Voorbeeld("2")]
    public int? Praktijkleerplaatsen { get; init; }

    public Activiteit Regelactiviteit() =>
        new(Enum.Parse<Activiteitsoort>(Soort))
        {
            EigenUren = [.. (EigenUren ?? []).Select(u => new EigenUren(u.Uren, u.Brutojaarloon, u.Eigenaar ?? false))],
            ExterneUren = [.. (ExterneUren ?? []).Select(u => new ExterneUren(u.Uren, u.Uurtarief, u.Marktconform ?? false))],
            OverigeExterneKosten = OverigeExterneKosten ?? 0m,
            Trajecten = Trajecten ?? 0,
            Praktijkleerplaatsen = Praktijkleerplaatsen ?? 0,
        };
}

[Description("Uren van iemand die in dienst is, of van de eigenaar.")]
public sealed record ProefeigenUren
{
    [Description("Met ten hoogste twee decimalen.")]
    [JsonConverter(typeof(AantalConverter))]
    [Voorbeeld("60")]
    public required decimal Uren { get; init; }

    [Description("Bruto loon van een voltijds jaar met een vaste dertiende maand, zonder vakantiegeld en ander loon.")]
    [Voorbeeld("\"41280.00\"")]
    public required decimal Brutojaarloon { get; init; }

    [Description("true voor het gebruikelijk loon van een eigenaar: dat telt zonder de opslag voor werkgeverslasten.")]
    public bool? Eigenaar { get; init; }
}

[Description("Uren van een externe adviseur.")]
public sealed record ProefexterneUren
{
    [Description("Met ten hoogste twee decimalen.")]
    [JsonConverter(typeof(AantalConverter))]
    [Voorbeeld("40")]
    public required decimal Uren { get; init; }

    [Voorbeeld("\"125.00\"")]
    public required decimal Uurtarief { get; init; }

    [Description(
        "true als is aangetoond dat het tarief marktconform is. In tijdvakken tot en met 2023 telt dan ook wat boven het maximum komt."
    )]
    public bool? Marktconform { get; init; }
}
