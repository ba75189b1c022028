using NodaTime;
using SlimRegeling.Berichten.Aanvragen;

namespace SlimRegeling.Web.Tests;

/// <summary>A case of the example person <c>ondernemer</c> on which was decided, and the objection against that.</summary>
internal static class Bezwaarzaak
{
    public const string Kvk = "69599084";

    /// <summary>What is heard of an assessment that ends in a refusal, by someone who is none of the example people.</summary>
    public static AanvraagBeoordeeldBericht Afwijzen(string zaak, string tijdvak, Instant nu) =>
        new(
            zaak,
            tijdvak,
            Kvk,
            "mkb-onderneming",
            "slim-2026",
            "hash",
            "afwijzen",
            ["niet-haalbaar"],
            ["A"],
            10_000.00m,
            0.00m,
            0.00m,
            "een-ander",
            nu,
            nu
        );

    /// <summary>Signs what lies ready.</summary>
    public static async Task Onderteken(Uri adres, string zaak)
    {
        const string Wie = "medeondertekenaar";
        var beeld = await Voorbeeldbeller.Gelukt(adres, Wie, HttpMethod.Get, $"/v1/verleningen/{zaak}");
        var hash = beeld.GetProperty("voorstel").GetProperty("hash").GetString();
        await Voorbeeldbeller.Gelukt(adres, Wie, HttpMethod.Post, $"/v1/verleningen/{zaak}/ondertekening", new { hash });
    }

    /// <summary>The number of the only decision of a case.</summary>
    public static async Task<string> Besluit(Uri adres, string zaak)
    {
        var bezwaren = await Voorbeeldbeller.Gelukt(adres, "ondernemer", HttpMethod.Get, $"/v1/verleningen/{zaak}/bezwaren");
        return Assert.Single(bezwaren.GetProperty("besluiten").EnumerateArray()).GetProperty("besluit").GetString()!;
    }

    /// <summary>Objects to that decision.</summary>
    public static async Task<string> Ingediend(Uri adres, string zaak)
    {
        var verzoek = new
        {
            besluit = await Besluit(adres, zaak),
            naam = "Olivia Ondernemer",
            gronden = "Ons plan is wel haalbaar.",
        };
        var ingediend = await Voorbeeldbeller.Gelukt(adres, "ondernemer", HttpMethod.Post, $"/v1/verleningen/{zaak}/bezwaren", verzoek);
        return ingediend.GetProperty("bezwaar").GetString()!;
    }
}
