using System.Text.Json;
using NodaTime;
using NodaTime.Text;
using SlimRegeling.Platform.Tijd;

namespace SlimRegeling.Api.Tests;

/// <summary>Takes an objection along through the API, as the people concerned.</summary>
internal sealed class Bezwaarloop(Apihuis huis)
{
    public const string MetGronden = "\"gronden\":\"Het is haalbaar.\",\"wilHoren\":false";
    public const string GrondenVolgen = "\"grondenVolgen\":true";

    private readonly Zaakloop _loop = new(huis);

    private LocalDate Vandaag => Moment.Dag(huis.Klok.GetCurrentInstant());

    /// <summary>A case that was refused because it cannot be done, in a window of its own, of an enterprise to which letters can go.</summary>
    public async Task<string> Afgewezen(string wie, string kvkNummer)
    {
        await _loop.Ingeschreven(wie, kvkNummer);
        var tijdvak = await _loop.Tijdvak(volgorde: "binnenkomst");
        var zaak = await _loop.Ingediend(tijdvak, wie);
        await Zaakloop.Gelukt(huis.Post(Mensen.Beoordelaar, $"/v1/aanvragen/{zaak}/volledigheid", """{"volledig":true}"""));
        huis.Klok.Vooruit(Zaakloop.Openstelling);
        await Zaakloop.Gelukt(huis.Post(Mensen.Regelbeheerder, $"/v1/ontvangsten/{tijdvak}"));
        await huis.Stil();
        await Zaakloop.Gelukt(huis.Post(Mensen.Beoordelaar, $"/v1/aanvragen/{zaak}/toewijzing"));
        await Zaakloop.Gelukt(huis.Post(Mensen.Beoordelaar, $"/v1/aanvragen/{zaak}/beoordeling", await Afwijzend(zaak)));
        await huis.Stil();
        await _loop.Verleend(zaak);
        return zaak;
    }

    /// <summary>The body that judges one ground of this case as not met.</summary>
    public async Task<string> Afwijzend(string zaak) =>
        (await _loop.Oordelen(zaak)).Replace(
            """{"code":"niet-haalbaar","uitkomst":"voldaan""",
            """{"code":"niet-haalbaar","uitkomst":"nietVoldaan""",
            StringComparison.Ordinal
        );

    /// <summary>The applicant objects to what was decided on the case.</summary>
    /// <param name="wat">Members of the body.</param>
    public async Task<string> Ingediend(string wie, string zaak, string wat = MetGronden)
    {
        var bekend = await Zaakloop.Gelukt(huis.Haal(wie, $"/v1/verleningen/{zaak}/bezwaren"));
        var besluit = bekend.Inhoud.GetProperty("besluiten")[0].GetProperty("besluit").GetString();
        var ingediend = await Zaakloop.Gelukt(
            huis.Post(wie, $"/v1/verleningen/{zaak}/bezwaren", $$"""{"besluit":"{{besluit}}","naam":"Eva",{{wat}}}""")
        );
        await huis.Stil();
        return ingediend.Veld("bezwaar");
    }

    /// <summary>Judged, assessed again and proposed as well-founded by this employee; its money is set apart.</summary>
    /// <param name="beoordelaar">Who assesses again, when that is another.</param>
    public async Task Voorgesteld(string bezwaar, string zaak, string door, string? beoordelaar = null)
    {
        await Doe(door, bezwaar, "ontvankelijkheid", """{"grond":"op-tijd","argument":"Binnen zes weken."}""");
        await Doe(door, bezwaar, "hoorafzien", """{"grond":"wil-niet-gehoord","argument":"Zelf gezegd."}""");
        await Herbeoordeeld(bezwaar, zaak, beoordelaar ?? door);
        await Doe(door, bezwaar, "voorstel", """{"uitkomst":"gegrond","motivering":"Het plan is haalbaar."}""");
    }

    /// <summary>The body that signs what lies ready.</summary>
    public async Task<string> Voorstel(string bezwaar, string wie)
    {
        var beeld = await Zaakloop.Gelukt(huis.Haal(wie, $"/v1/bezwaren/{bezwaar}"));
        return $$"""{"hash":"{{beeld.Inhoud.GetProperty("voorstel").GetProperty("hash").GetString()}}"}""";
    }

    /// <summary>
    /// Every step that an objection can have: mended, others with an interest, a committee, adjourned and put off, heard, sent back once, decided as
    /// unfounded; then a decision in its place that awards, one in the place of that, and an appeal that is withdrawn.
    /// </summary>
    /// <param name="bo">Proposes.</param>
    /// <param name="mo">Signs.</param>
    /// <param name="metBelang">Has an interest of their own in it.</param>
    public async Task<string> Doorlopen(string wie, string zaak, string bo, string mo, string metBelang)
    {
        var bezwaar = await Ingediend(wie, zaak, GrondenVolgen);
        await Doe(bo, bezwaar, "herstelverzoek");
        await Doe(wie, bezwaar, "aanvulling", """{"tekst":"Daarom.","wilHoren":true}""");
        await Doe(bo, bezwaar, "partijen", """{"naam":"Buurman","belang":"Woont ernaast."}""");
        await Zaakloop.Gelukt(huis.Post(metBelang, $"/v1/aanvragen/{zaak}/belang"));
        await huis.Stil();
        await Doe(bo, bezwaar, "commissie");
        await Doe(bo, bezwaar, "verdaging");
        await Doe(bo, bezwaar, "advies", """{"strekking":"ongegrond","tekst":"Het advies."}""");
        var wanneer = Zaakloop.Wandklok(huis.Klok.GetCurrentInstant() + Duration.FromDays(1));
        await Doe(
            bo,
            bezwaar,
            "hoorzitting",
            $$"""{"wanneer":"{{wanneer}}","wijze":"video","plaats":"Online, via onze link","instemming":"Eva en de buurman."}"""
        );
        huis.Klok.Vooruit(Duration.FromDays(2));
        await Doe(bo, bezwaar, "hoorverslag", $$"""{"dag":"{{Dag(Vandaag)}}","tekst":"Gezegd."}""");
        var later = Dag(Vandaag.PlusDays(400));
        await Doe(bo, bezwaar, "uitstel", $$"""{"grond":"allen-stemmen-in","totEnMet":"{{later}}","argument":"Per brief."}""");
        await Doe(bo, bezwaar, "ontvankelijkheid", """{"grond":"op-tijd","argument":"Binnen zes weken."}""");
        await Doe(bo, bezwaar, "voorstel", """{"uitkomst":"ongegrond","motivering":"Het is niet haalbaar."}""");
        await Doe(mo, bezwaar, "terugzending", $$"""{"reden":"Leg het beter uit.",{{(await Voorstel(bezwaar, mo))[1..]}}""");
        await Doe(bo, bezwaar, "voorstel", """{"uitkomst":"ongegrond","motivering":"De planning past niet."}""");
        await Doe(mo, bezwaar, "ondertekening", await Voorstel(bezwaar, mo));

        await Herbeoordeeld(bezwaar, zaak, bo);
        await Hersteld(bezwaar, 1, bo, mo);
        // The same amount in better words.
        await Hersteld(bezwaar, 2, bo, mo);
        foreach (var stand in (string[])["ingesteld", "ingetrokken"])
        {
            await Doe(
                bo,
                bezwaar,
                "beroep",
                $$"""{"besluit":"{{bezwaar}}-3","stand":"{{stand}}","dag":"{{Dag(Vandaag)}}","toelichting":"Rechtbank Den Haag 26/1"}"""
            );
        }
        return bezwaar;
    }

    /// <summary>Does a step of which every context hears.</summary>
    public async Task Doe(string wie, string bezwaar, string stap, string inhoud = "{}")
    {
        await Zaakloop.Gelukt(huis.Post(wie, $"/v1/bezwaren/{bezwaar}/{stap}", inhoud));
        await huis.Stil();
    }

    private async Task Herbeoordeeld(string bezwaar, string zaak, string door)
    {
        var oordelen = await _loop.Oordelen(zaak);
        await Zaakloop.Gelukt(huis.Post(door, $"/v1/aanvragen/{zaak}/herbeoordeling", $$"""{"bezwaar":"{{bezwaar}}",{{oordelen[1..]}}"""));
        await huis.Stil();
    }

    /// <summary>A decision in the place of the one with this serial number.</summary>
    private async Task Hersteld(string bezwaar, int volgnummer, string bo, string mo)
    {
        await Doe(
            bo,
            bezwaar,
            "voorstel",
            JsonSerializer.Serialize(
                new
                {
                    uitkomst = "gegrond",
                    motivering = $"In het besluit stond een fout ({volgnummer}).",
                    afwijkingVanAdvies = "De commissie kende de planning niet.",
                    herstelt = $"{bezwaar}-{volgnummer}",
                }
            )
        );
        await Doe(mo, bezwaar, "ondertekening", await Voorstel(bezwaar, mo));
    }

    private static string Dag(LocalDate dag) => LocalDatePattern.Iso.Format(dag);
}
