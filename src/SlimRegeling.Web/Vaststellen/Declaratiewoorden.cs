using System.Globalization;

namespace SlimRegeling.Web.Vaststellen;

/// <summary>Codes of a declaration in words.</summary>
public static class Declaratiewoorden
{
    /// <summary>What can be found of a line.</summary>
    public static readonly IReadOnlyList<(string Code, string Naam)> Uitkomsten =
    [
        ("aanvaard", "Aanvaarden"),
        ("gewijzigd", "Wijzigen"),
        ("afgewezen", "Afwijzen"),
    ];

    /// <summary>Why a line is not accepted as it is.</summary>
    public static readonly IReadOnlyList<(string Code, string Naam)> Redenen =
    [
        ("tarief", "Het tarief is te hoog"),
        ("periode", "Buiten de initiatiefperiode"),
        ("geen-factuur", "Geen factuur"),
        ("geen-betaalbewijs", "Geen bewijs van betaling"),
        ("btw", "Btw telt niet mee"),
        ("dubbel", "Staat er al"),
        ("uren", "Te veel uren"),
        ("rekenfout", "Bedrag is niet uren maal tarief"),
        ("marktconformiteit", "Niet te zien dat de prijs marktconform is"),
        ("verbonden-leverancier", "Leverancier is verbonden"),
        ("opleiding", "Kosten van een opleiding"),
        ("overhead", "Zit al in de opslag"),
        ("loonverlet", "Loonverlet"),
        ("andere-subsidie", "Andere subsidie"),
        ("niet-redelijk", "Niet redelijk of niet noodzakelijk"),
        ("wettelijke-taak", "Wettelijk verplichte taak"),
        ("niet-toegesneden", "Niet toegesneden op de onderneming"),
        ("anders", "Anders"),
    ];

    /// <summary>Whether a party may have less than another; somebody answers it of each.</summary>
    public static readonly IReadOnlyList<(string Code, string Naam)> Sectoren =
    [
        ("landbouw", "Landbouw"),
        ("visserij", "Visserij"),
        ("wegvervoer", "Wegvervoer"),
        ("overig", "Een andere sector, zonder eigen grens"),
    ];

    /// <summary>Which lines are shown.</summary>
    public static readonly IReadOnlyList<(string Code, string Naam)> Keuzes =
    [
        ("signaal", "Met een signaal"),
        ("open", "Met een signaal, nog niet gezien"),
        ("afwijkend", "Gewijzigd of afgewezen"),
        ("fouten", "Met een fout"),
    ];

    public static string Uitkomst(string code) =>
        code switch
        {
            "aanvaard" => "Aanvaard",
            "gewijzigd" => "Gewijzigd",
            "afgewezen" => "Afgewezen",
            _ => code,
        };

    /// <summary>An item of the budget, or a whole activity.</summary>
    public static string Post(Begrotingspost post) =>
        post.Post is null ? $"Activiteit {post.Activiteit}" : $"Activiteit {post.Activiteit}: {post.Titel}";

    /// <summary>What was explained, within a sentence.</summary>
    public static string Afwijking(Declaratieafwijking afwijking, IReadOnlyList<Begrotingspost> posten) =>
        posten.FirstOrDefault(p => p.Activiteit == afwijking.Activiteit && p.Post == afwijking.Post) is { Post: not null } post
            ? $"de post {post.Titel} in activiteit {post.Activiteit}"
        : afwijking.Post is { } code ? $"de post {code} in activiteit {afwijking.Activiteit}"
        : $"activiteit {afwijking.Activiteit}";

    public static string Reden(string? code) => Redenen.FirstOrDefault(r => r.Code == code).Naam ?? code ?? "";

    public static string Verslag(string code) =>
        code switch
        {
            "" => "",
            "financieel-verslag" => "Financieel verslag, met controleverklaring en rapport van feitelijke bevindingen",
            _ => $"{char.ToUpperInvariant(code[0])}{code[1..].Replace('-', ' ')}",
        };

    /// <summary><c>7,5</c></summary>
    public static string Aantal(decimal aantal) => aantal.ToString("0.##", CultureInfo.InvariantCulture).Replace('.', ',');

    /// <summary>What a line tells beside its title.</summary>
    public static IReadOnlyList<(string Naam, string Waarde)> Gegevens(Declaratieregel regel)
    {
        (string Naam, string? Waarde)[] alles =
        [
            ("Activiteit", regel.Activiteit),
            ("Partij", regel.Partij is { } partij ? $"KVK {partij}" : null),
            ("Wat", regel.Omschrijving),
            ("Week van", regel.Week is { } week ? Weergave.Dag(week) : null),
            ("Uren", regel.Uren is { } uren ? Aantal(uren) : null),
            ("Tarief", regel.Uurtarief is { } tarief ? Weergave.Bedrag(tarief) : null),
            ("Brutojaarloon", regel.Brutojaarloon is { } loon ? Weergave.Bedrag(loon) : null),
            ("Eigenaar", regel.Eigenaar ? "ja" : null),
            ("Adviseur", regel.Adviseur ? "ja" : null),
            ("Factuurdatum", regel.Factuurdatum is { } datum ? Weergave.Dag(datum) : null),
            ("Betaald op", regel.Betaaldatum is { } betaald ? Weergave.Dag(betaald) : null),
            ("Btw", regel.Btw is { } btw ? Weergave.Bedrag(btw) : null),
            ("Afgerond op", regel.AfgerondOp is { } klaar ? Weergave.Dag(klaar) : null),
            ("Weken", regel.Weken is { } weken ? Aantal(weken) : null),
            ("Gevraagd", regel.Gevraagd is { } bedrag ? Weergave.Bedrag(bedrag) : "een vast bedrag"),
        ];
        return [.. alles.Where(g => g.Waarde is { Length: > 0 }).Select(g => (g.Naam, g.Waarde!))];
    }
}
