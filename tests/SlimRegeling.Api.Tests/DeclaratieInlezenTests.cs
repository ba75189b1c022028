using System.Text;

namespace SlimRegeling.Api.Tests;

/// <summary>A recipient fetches the template of their case, fills it in and has it read.</summary>
public sealed class DeclaratieInlezenTests(Apihuis huis)
{
    private readonly Zaakloop _loop = new(huis);

    [Fact]
    public async Task What_is_written_on_the_template_comes_back_as_lines_and_what_is_wrong_by_line_and_column()
    {
        var (wie, kvkNummer) = huis.Ondernemer();
        await _loop.Ingeschreven(wie, kvkNummer);
        var tijdvak = await _loop.Tijdvak();
        var zaak = await _loop.Ingediend(tijdvak, wie);
        await _loop.Gereserveerd(tijdvak, zaak);
        await _loop.Beoordeeld(zaak);
        await _loop.Verleend(zaak);
        await huis.Stil();
        var pad = $"/v1/verantwoordingen/{zaak}/declaratie";

        var sjabloon = await huis.Haal(wie, $"{pad}/sjabloon?vorm=csv");
        Assert.Equal((200, "text/csv"), (sjabloon.Status, sjabloon.Soort));
        Assert.Contains(zaak, sjabloon.Tekst, StringComparison.Ordinal);
        var werkblad = await huis.Haal(wie, $"{pad}/sjabloon?vorm=xlsx");
        Assert.Equal((200, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"), (werkblad.Status, werkblad.Soort));
        (await huis.Haal(wie, $"{pad}/sjabloon?vorm=pdf")).IsProbleem(422, "onjuiste-invoer").NoemtVeld("vorm");

        const string Slot = "\r\nEinde\r\n";
        Assert.EndsWith(Slot, sjabloon.Tekst, StringComparison.Ordinal);
        var ingevuld = $"{sjabloon.Tekst[..^Slot.Length]}\r\na-1;uren;C;;Gesprekken;P-0417;4-3-2024;7,5;31,68{Slot}";
        var voor = await huis.Opgeslagen();
        var gelezen = await Zaakloop.Gelukt(Stuur(ingevuld));
        var regel = Assert.Single(gelezen.Inhoud.GetProperty("regels").EnumerateArray());
        Assert.Equal("a-1", regel.GetProperty("id").GetString());
        Assert.Equal("2024-03-04", regel.GetProperty("week").GetString());
        Assert.Equal(4, gelezen.Inhoud.GetProperty("meldingen").GetArrayLength());

        (await Stuur(ingevuld.Replace(";7,5;31,68\r\n", ";veel;31,68\r\n", StringComparison.Ordinal)))
            .IsProbleem(422, "bestand-niet-ingelezen")
            .NoemtVeld("regel[7].uren");
        // Half of it: all lines with costs are there, but nobody can know.
        (await Stuur(ingevuld[..^"Einde\r\n".Length]))
            .IsProbleem(422, "bestand-niet-ingelezen")
            .NoemtVeld("regel[7]");
        (await Stuur(ingevuld.Replace(zaak, "SLIM-0000000012", StringComparison.Ordinal)))
            .IsProbleem(422, "bestand-niet-ingelezen")
            .NoemtVeld("regel[1]");
        (await Stuur(new string(';', (10 * 1024 * 1024) + 1))).IsProbleem(413, "te-groot").Noemt("10 MB");
        Assert.Equal(voor, await huis.Opgeslagen());

        Task<Gekregen> Stuur(string tekst) =>
            huis.Zend(wie, HttpMethod.Post, $"{pad}/inlezen", new StringContent(tekst, Encoding.UTF8, "text/csv"));
    }
}
