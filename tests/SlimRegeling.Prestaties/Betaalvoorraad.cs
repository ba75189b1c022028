using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using NodaTime;
using SlimRegeling.Betalingen;
using SlimRegeling.Betalingen.Opdrachten;
using SlimRegeling.Betalingen.Rekeningen;
using SlimRegeling.Betalingen.Uitbetalen;
using SlimRegeling.Platform;
using SlimRegeling.Platform.Contexten;
using SlimRegeling.Platform.Stromen;
using Betaling = SlimRegeling.Betalingen.Bankbestanden.Betaling;

namespace SlimRegeling.Prestaties;

/// <summary>
/// Payment orders that wait, each of a case of its own that was awarded and to an enterprise with an account of its own, booked as the program books them.
/// </summary>
internal static class Betaalvoorraad
{
    private const int Tegelijk = 500;
    private const int EersteKvk = 60_000_000;
    private static readonly Instant Nu = Instant.FromUtc(2026, 6, 1, 9, 0);
    private static readonly IReadOnlyList<string> Ondertekenaars = ["beoordelaar", "medeondertekenaar"];

    private sealed record Wachtend(Betaling Betaling, IReadOnlyList<Voorraadstroom> Stromen);

    /// <returns>What is to be paid, as it would stand in a file.</returns>
    public static async Task<IReadOnlyList<Betaling>> Vul(string verbinding, int aantal)
    {
        await using var bron = Vloer.Bron(verbinding);
        using var opslag = new Contextopslag(Context.Van<BetalingenContext>(), bron);
        await opslag.WerkSchemaBij(CancellationToken.None);
        var betalingen = new List<Betaling>(aantal);
        foreach (var deel in Enumerable.Range(1, aantal).Chunk(Tegelijk))
        {
            await using var sessie = opslag.Store.LightweightSession();
            foreach (var wachtend in deel.Select(Maak))
            {
                betalingen.Add(wachtend.Betaling);
                foreach (var stroom in wachtend.Stromen)
                {
                    sessie.Events.StartStream(stroom.Stand, stroom.Id, stroom.Gebeurtenissen);
                    sessie.Store(stroom.Inhouden.ToArray());
                }
            }
            await sessie.SaveChangesAsync();
        }
        await using var opruimen = bron.CreateCommand("vacuum analyze");
        opruimen.CommandTimeout = 0;
        await opruimen.ExecuteNonQueryAsync();
        return betalingen;
    }

    private static Wachtend Maak(int nummer)
    {
        var (zaak, kvk) = ((string)Zaaknummer.Trek(), (EersteKvk + nummer).ToString(CultureInfo.InvariantCulture));
        var bedrag = 1_000m + (nummer % 1_000_000 / 100m);
        Gebeurtenis[] verleend =
        [
            new VerplichtingAangegaan("2026-04-mkb", kvk, $"{zaak}-V1", 2 * bedrag, bedrag, Nu),
            new VoorschotVernomen(kvk, $"{zaak}-V1", bedrag, Ondertekenaars, Nu),
        ];
        var opdracht = verleend.Aggregate(new Verplichting(), (stand, e) => stand.Na(e)).Opdrachten(zaak).Single();
        var opgedragen = new BetalingOpgedragen(opdracht, Nu);
        var bank = new Bankgegevens(Iban(nummer), Betaalmeting.Naam(nummer));
        var (gegevens, inhoud) = Bewaar(kvk, bank);
        var betaling =
            Betaalbaarheid.Betaling(new Betaalopdracht { Id = opdracht.Id }.Na(opgedragen), bank, out var reden)
            ?? throw new InvalidOperationException(reden);
        return new(
            betaling,
            [
                new("betalingen", typeof(Verplichting), zaak, verleend, []),
                new("betalingen", typeof(Betaalopdracht), opdracht.Id, [opgedragen], []),
                new(
                    "betalingen",
                    typeof(Rekening),
                    kvk,
                    [new RekeningVernomen(1, gegevens, "aanvrager", Nu), new BetaalopdrachtenGekoppeld([opdracht.Id], Nu)],
                    [inhoud]
                ),
            ]
        );
    }

    private static (Verwijzing Verwijzing, Inhoud Inhoud) Bewaar(string eigenaar, Bankgegevens gegevens)
    {
        var json = JsonSerializer.Serialize(gegevens, Platform.Stromen.Json.Opties);
        var zout = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        var verwijzing = new Verwijzing(Guid.CreateVersion7(), Werkeenheid.Hash(zout, json));
        return (verwijzing, new(verwijzing.Id, eigenaar, zout, json));
    }

    /// <summary>A number of its own, with the check digits of ISO 7064: letters count as two digits, A is 10.</summary>
    private static string Iban(int nummer)
    {
        var rekening = string.Create(CultureInfo.InvariantCulture, $"ABNA{nummer:0000000000}");
        var rest = 0;
        foreach (var teken in $"{rekening}NL00")
        {
            rest = char.IsAsciiDigit(teken) ? ((rest * 10) + teken - '0') % 97 : ((rest * 100) + teken - 'A' + 10) % 97;
        }
        return string.Create(CultureInfo.InvariantCulture, $"NL{98 - rest:00}{rekening}");
    }
}
