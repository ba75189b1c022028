using System.Text.Json;

namespace SlimRegeling.Api.Tests.Levens;

/// <summary>What shows what was done, and the settlement.</summary>
internal sealed partial class Leven
{
    private const string NietBetaald = "geen-betaalbewijs";

    /// <summary>What any award of these kinds can ask to send along.</summary>
    private static readonly string[] Verslagen =
    [
        "deelnemende-ondernemingen",
        "ontwikkelplan",
        "producten-methode",
        "urenregistratie",
        "facturen-en-betaalbewijzen",
        "evaluatieverslag",
        "activiteitenverslag",
        "financieel-verslag",
    ];

    private static readonly string?[] Begrotingsposten =
    [
        null,
        "directe-loonkosten",
        "externe-adviseur",
        "overige-externe-kosten",
        "loopbaantrajecten",
        "praktijkleerplaatsen",
    ];

    private static readonly decimal[] Gedaan = [1.00m, 0.80m, 0.40m];

    /// <summary>The lines that were declared last.</summary>
    private List<string> _regels = [];
    private List<string> _gedeclareerdDoor = [];

    private async Task<Gekregen> GeefBewijs()
    {
        var activiteiten = (await Zie(Verantwoording))
            .Leden("activiteiten")
            .Select(a => new
            {
                soort = a!.Value.GetString(),
                toelichting = "Gedaan.",
                documenten = new[] { _document },
            });
        return await beller.Post(wie, $"{Verantwoording}/bewijs", JsonSerializer.Serialize(new { activiteiten }));
    }

    /// <summary>Each party made its part of each activity, of which more or less was done.</summary>
    private async Task<Gekregen> Declareer(int keuze)
    {
        var stand = await Zie(Verantwoording);
        var partijen = (await Delen()).Keys.Order(StringComparer.Ordinal).ToList();
        var dag = Lezen.Iso((stand.Dag("periodeVan") ?? Vandaag).PlusDays(1));
        var regels = new List<Dictionary<string, object>>();
        foreach (var activiteit in stand.Leden("activiteiten").Select(a => a!.Value.GetString()!))
        {
            var kosten = Kosten(activiteit) * Gedaan[keuze % Gedaan.Length];
            foreach (var partij in partijen.Count > 0 ? partijen : [""])
            {
                var id = $"{activiteit.ToLowerInvariant()}-{regels.Count}";
                var regel = new Dictionary<string, object>
                {
                    ["id"] = id,
                    ["soort"] = "factuur",
                    ["activiteit"] = activiteit,
                    ["leverancier"] = "Leverancier B.V.",
                    ["factuurnummer"] = $"{zaak}-{id}",
                    ["factuurdatum"] = dag,
                    ["betaaldatum"] = dag,
                    ["bedrag"] = Lezen.Euro(Omlaag(kosten / Math.Max(1, partijen.Count))),
                };
                if (partij.Length > 0)
                {
                    regel["partij"] = partij;
                }
                regels.Add(regel);
            }
        }
        var declaratie = new
        {
            regels,
            verslagen = Verslagen.Select(code => new { code, documenten = new[] { _document } }),
            // Of each item, and of the whole activity: a budget that was shifted without telling its items has none any more.
            afwijkingen = from activiteit in regels.Select(r => (string)r["activiteit"]).Distinct()
            from post in Begrotingsposten
            select new
            {
                activiteit,
                post,
                uitleg = "Het ging anders.",
            },
        };
        var bewaard = await beller.Put(wie, $"{Verantwoording}/declaratie/concept", JsonSerializer.Serialize(declaratie));
        if (!bewaard.IsGelukt())
        {
            return bewaard;
        }
        var ingediend = await beller.Post(
            wie,
            $"{Verantwoording}/declaratie",
            keuze % 2 == 0 ? """{"allesGedaan":true}""" : """{"allesGedaan":false}"""
        );
        if (ingediend.IsGelukt())
        {
            _regels = [.. regels.Select(r => (string)r["id"])];
            _gedeclareerdDoor = partijen;
        }
        return ingediend;
    }

    private Task<Gekregen> VraagAanvulling() =>
        beller.Post(Bo(), $"{Verantwoording}/declaratie/aanvullingsverzoek", """{"vraag":"Stuur de facturen."}""");

    private Task<Gekregen> StelLaatsteTermijn() => beller.Post(Bo(), $"{Verantwoording}/declaratie/laatste-termijn");

    /// <summary>Of the first activity something shows; more than what is left is not settled.</summary>
    private async Task<Gekregen> BeoordeelZonderVerzoek()
    {
        var stand = await Zie(Verantwoording);
        var vast = Omlaag(stand.Bedrag("verleend") / 4);
        var activiteiten = stand
            .Leden("activiteiten")
            .Select(
                (a, i) =>
                    new
                    {
                        soort = a!.Value.GetString(),
                        bedrag = Lezen.Euro(i == 0 ? vast : 0),
                        argument = "Gezien.",
                    }
            );
        return await beller.Post(Bo(), $"{Verantwoording}/ambtshalve-beoordeling", JsonSerializer.Serialize(new { activiteiten }));
    }

    private decimal Kosten(string activiteit) =>
        (soort, activiteit) switch
        {
            (Levenssoort.Verband, _) => 200_000.00m,
            (_, "A") => 6_899.20m,
            _ => 9_100.80m,
        };

    /// <param name="keuze">Of three whether all of it counts, all but the last, or only the first.</param>
    private async Task<Gekregen> Beoordeel(int keuze)
    {
        var stand = await Zie(Verantwoording);
        if (stand.Tekst("wijze") != "aanvraag")
        {
            var soorten = stand.Leden("activiteiten");
            // Now and then a cent counts of the last one, in the place of nothing.
            var cent = keuze % 6 == 4;
            var activiteiten = soorten.Select(
                (a, i) => Activiteitoordeel(a!.Value.GetString()!, Telt(keuze, i, soorten.Count), cent && i == soorten.Count - 1)
            );
            var zonderTrekking = new { activiteiten, zonderSteekproef = "Er wordt nu niet getrokken." };
            return await beller.Post(Bo(), $"{Verantwoording}/beoordeling", JsonSerializer.Serialize(zonderTrekking));
        }
        var regels = _regels.Select(
            (regel, i) =>
                Telt(keuze, i, _regels.Count)
                    // One supplier made all of it: that is seen, and a reason is asked.
                    ? (object)
                        new
                        {
                            regel,
                            uitkomst = "aanvaard",
                            reden = "De offertes zijn gezien.",
                        }
                    : new
                    {
                        regel,
                        uitkomst = "afgewezen",
                        reden = "Er is geen betaling te zien.",
                        code = NietBetaald,
                        artikel = "2.14",
                    }
        );
        var pad = $"{Verantwoording}/declaratie/beoordeling";
        var bo = Bo();
        var verzoek = new Dictionary<string, object> { ["regels"] = regels };
        if (_gedeclareerdDoor.Count > 0)
        {
            verzoek["sectoren"] = _gedeclareerdDoor.ToDictionary(partij => partij, _ => "overig");
        }
        var gekregen = await beller.Post(bo, pad, JsonSerializer.Serialize(verzoek));
        if (Vraagt(gekregen, "controleverklaring"))
        {
            verzoek["controleverklaring"] = new { uitkomst = "aanvaard" };
            gekregen = await beller.Post(bo, pad, JsonSerializer.Serialize(verzoek));
        }
        // Where less than 60% was made somebody chooses, and says why.
        if (Vraagt(gekregen, "nihil"))
        {
            verzoek["nihil"] = keuze % 2 > 0;
            verzoek["reden"] = "Er is te weinig gedaan.";
            gekregen = await beller.Post(bo, pad, JsonSerializer.Serialize(verzoek));
        }
        return gekregen;
    }

    private static bool Vraagt(Gekregen gekregen, string veld) =>
        gekregen.Weigering() == "onjuiste-invoer" && gekregen.Tekst.Contains($"\"{veld}\"", StringComparison.Ordinal);

    private static Dictionary<string, object> Activiteitoordeel(string soort, bool telt, bool cent)
    {
        var oordeel = new Dictionary<string, object>
        {
            ["soort"] = soort,
            ["uitgevoerd"] = telt || cent,
            ["argument"] = "Gezien.",
        };
        if (cent)
        {
            oordeel["bedrag"] = Lezen.Euro(0.01m);
        }
        return oordeel;
    }

    private static bool Telt(int keuze, int regel, int aantal) =>
        (keuze % 3) switch
        {
            1 => regel < aantal - 1,
            2 => regel == 0,
            _ => true,
        };

    /// <summary>By two who did not propose it.</summary>
    private async Task<Gekregen> TekenVaststelling()
    {
        var pad = $"{Verantwoording}/ondertekening";
        var hash = Hash((await Zie(Verantwoording)).Lid("voorstel").Tekst("hash"));
        var eerste = await beller.Post(Mo(), pad, hash);
        return eerste.IsGelukt() ? await beller.Post(Mo(), pad, hash) : eerste;
    }
}
