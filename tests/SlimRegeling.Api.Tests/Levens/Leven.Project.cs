using System.Text.Json;

namespace SlimRegeling.Api.Tests.Levens;

/// <summary>While the project runs: changes, the progress report with its advance, and what the minister withdraws.</summary>
internal sealed partial class Leven
{
    private string Wijzigingen => $"{Verlening}/wijzigingen";

    private string Intrekkingen => $"{Verlening}/intrekkingen";

    private async Task<Gekregen> VraagWijziging(int keuze)
    {
        var nu = await Zie(Wijzigingen);
        var einde = nu.Dag("periodeTot") ?? Vandaag;
        object vraag = (keuze % 5) switch
        {
            1 when keuze % 3 == 0 => await TussenPartijen(),
            1 => new
            {
                soort = "begroting",
                reden = Reden,
                posten = keuze % 2 == 0 ? [] : Verschoven(nu),
            },
            2 => new
            {
                soort = "uitstel",
                reden = Reden,
                nieuwEinde = Lezen.Iso(einde.PlusWeeks(4)),
            },
            3 => await PartijErbij(),
            4 => await PartijEraf(),
            _ => new { soort = "plan", reden = Reden },
        };
        return await beller.Post(wie, Wijzigingen, JsonSerializer.Serialize(vraag));
    }

    /// <summary>All of an activity in its first item, so that it weighs the same; nothing where the items are not known.</summary>
    private static List<object> Verschoven(JsonElement? wijzigingen) =>
        [
            .. wijzigingen
                .Leden("posten")
                .GroupBy(post => post.Tekst("activiteit"))
                .Select(activiteit => new
                {
                    soort = activiteit.Key,
                    code = activiteit.First().Tekst("code"),
                    bedrag = Lezen.Euro(activiteit.Sum(post => post.Bedrag("bedrag"))),
                }),
        ];

    /// <summary>A euro goes from the first to another; who is alone has nobody to shift to and is refused.</summary>
    private async Task<object> TussenPartijen()
    {
        var delen = await Delen();
        var ander = delen.Keys.Order(StringComparer.Ordinal).LastOrDefault(k => k != kvkNummer) ?? kvkNummer;
        delen[kvkNummer] = delen.GetValueOrDefault(kvkNummer) - 1;
        delen[ander] = delen.GetValueOrDefault(ander) + 1;
        return new
        {
            soort = "begroting",
            reden = Reden,
            verdeling = Verdeling(delen),
        };
    }

    /// <summary>Who joins takes half of what the first has.</summary>
    private async Task<object> PartijErbij()
    {
        var delen = await Delen();
        var nieuw = beller.Huis.Ondernemer().KvkNummer;
        delen[nieuw] = Math.Floor(delen.GetValueOrDefault(kvkNummer) / 2);
        delen[kvkNummer] = delen.GetValueOrDefault(kvkNummer) - delen[nieuw];
        return Partijwijziging("partij-treedt-toe", nieuw, delen);
    }

    /// <summary>The first takes over what the last has.</summary>
    private async Task<object> PartijEraf()
    {
        var delen = await Delen();
        var weg = delen.Keys.Order(StringComparer.Ordinal).LastOrDefault(k => k != kvkNummer) ?? "99999999";
        delen[kvkNummer] = delen.GetValueOrDefault(kvkNummer) + delen.GetValueOrDefault(weg);
        delen.Remove(weg);
        return Partijwijziging("partij-treedt-uit", weg, delen);
    }

    private static object Partijwijziging(string soort, string partij, Dictionary<string, decimal> delen) =>
        new
        {
            soort,
            reden = Reden,
            partij,
            verdeling = Verdeling(delen),
        };

    private static IEnumerable<object> Verdeling(Dictionary<string, decimal> delen) =>
        delen.Select(d => new { kvkNummer = d.Key, bedrag = Lezen.Euro(d.Value) });

    /// <summary>What each party receives now.</summary>
    private async Task<Dictionary<string, decimal>> Delen() =>
        (await Zie(Verlening)).Lid("besluit").Leden("partijen").ToDictionary(p => p.Tekst("kvkNummer")!, p => p.Bedrag("bedrag"));

    /// <summary>Where the request is that is still to be decided on.</summary>
    private async Task<string> Wijziging() => $"{Wijzigingen}/{Levensstand.OpenWijziging(await Zie(Wijzigingen)) ?? 1}";

    private async Task<Gekregen> TrekWijzigingIn() => await beller.Post(wie, $"{await Wijziging()}/intrekking");

    private async Task<Gekregen> StelWijzigingVoor(bool toewijzen)
    {
        var stand = await Zie(Wijzigingen);
        var nummer = Levensstand.OpenWijziging(stand) ?? 1;
        var gronden = stand.Leden("wijzigingen").ElementAtOrDefault(nummer - 1).Leden("gronden");
        return await beller.Post(
            Bo(),
            $"{Wijzigingen}/{nummer}/voorstel",
            toewijzen
                ? """{"uitkomst":"toegewezen","argument":"Het doel blijft.","deMinimisverklaring":true,"mkbverklaring":"aanwezig","samenstelling":true}"""
                : JsonSerializer.Serialize(
                    new
                    {
                        uitkomst = "afgewezen",
                        argument = "Waarom blijkt niet.",
                        // On what is over there is one alone.
                        grond = gronden.LastOrDefault()?.GetString() ?? "niet-onderbouwd",
                    }
                )
        );
    }

    private async Task<Gekregen> ZendWijzigingTerug() => await beller.Post(Mo(), $"{await Wijziging()}/terugzending", Terug);

    private async Task<Gekregen> TekenWijziging()
    {
        var stand = await Zie(Wijzigingen);
        var nummer = Levensstand.OpenWijziging(stand) ?? 1;
        var hash = stand.Leden("wijzigingen").ElementAtOrDefault(nummer - 1).Lid("voorstel").Tekst("hash");
        return await beller.Post(Mo(), $"{Wijzigingen}/{nummer}/ondertekening", Hash(hash));
    }

    private Task<Gekregen> MeldVoortgang() =>
        beller.Post(
            wie,
            $"{Verantwoording}/voortgang",
            JsonSerializer.Serialize(new { toelichting = "Wij zijn halverwege.", documenten = new[] { _document } })
        );

    private async Task<Gekregen> TekenVoorschot()
    {
        var hash = (await Zie($"{Verlening}/voorschotvoorstel")).Tekst("hash");
        return await beller.Post(Mo(), $"{Verlening}/voorschotvoorstel/ondertekening", Hash(hash));
    }

    /// <param name="keuze">Of four how much is left, none of it to three quarters; of three whether the recipient is not heard.</param>
    private async Task<Gekregen> StelIntrekkingVoor(int keuze)
    {
        var verlening = await Zie(Verlening);
        var gronden = (await Zie(Intrekkingen)).Leden("gronden");
        var grond = gronden.Count == 0 ? "niet-besteed" : gronden[keuze % gronden.Count].Tekst("code")!;
        var was = verlening.Lid("besluit").Bedrag("bedrag");
        var vast = verlening.Lid("vastgesteld") is null ? was : Math.Min(was, verlening.Bedrag("vastgesteld"));
        var blijft = was == 0 ? 0 : vast / was * (keuze % 4) / 4;
        var delen = (await Delen()).ToDictionary(d => d.Key, d => Omlaag(d.Value * blijft));
        var verzoek = new Dictionary<string, object>
        {
            ["bedrag"] = Lezen.Euro(delen.Count > 0 ? delen.Values.Sum() : Omlaag(was * blijft)),
            ["grond"] = grond,
            ["argument"] = "Het is niet gedaan.",
            ["hardheid"] = "Het is niet te hard.",
        };
        if (delen.Count > 0)
        {
            verzoek["partijen"] = delen.ToDictionary(d => d.Key, d => Lezen.Euro(d.Value));
        }
        if (grond == "verplichtingen-na-vaststelling")
        {
            verzoek["sinds"] = Lezen.Iso(Vandaag);
        }
        if (keuze % 3 == 0)
        {
            verzoek["nietHoren"] = "spoed";
            verzoek["waaromNietHoren"] = "Het kan niet wachten.";
        }
        return await beller.Post(Bo(), Intrekkingen, JsonSerializer.Serialize(verzoek));
    }

    private static decimal Omlaag(decimal bedrag) => Math.Floor(bedrag * 100) / 100;

    private Task<Gekregen> GeefZienswijze(bool metTekst) =>
        beller.Post(wie, $"{Intrekkingen}/zienswijze", metTekst ? """{"tekst":"Wij gaan door."}""" : "{}");

    private async Task<Gekregen> LegIntrekkingVoor()
    {
        var gegeven = (await Zie(Intrekkingen)).Lid("voorstel").Leden("zienswijzen").Exists(z => z.Tekst("tekst") is not null);
        return await beller.Post(Bo(), $"{Intrekkingen}/voorlegging", gegeven ? """{"reactie":"Dat verandert dit niet."}""" : "{}");
    }

    private async Task<Gekregen> TekenIntrekking()
    {
        var hash = (await Zie(Intrekkingen)).Lid("voorstel").Tekst("hash");
        return await beller.Post(Mo(), $"{Intrekkingen}/ondertekening", Hash(hash));
    }
}
