using SlimRegeling.Platform.Contexten;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Dossiers;

/// <summary>Name and address of an enterprise as Relaties gave them: a copy of its own, destroyed with the dossier.</summary>
/// <param name="Straat">Street and house number.</param>
public sealed record Adres(string Naam, string Straat, string Postcode, string Plaats);

/// <summary>The copy, by KVK number; <c>Gegevens</c> tells which facts of Relaties it is of.</summary>
public sealed record Adreskopie(string Id, Guid Gegevens, Adres Adres);

/// <summary>Asks Relaties for an address once, when there is a letter to send.</summary>
public sealed class Adresboek(Contextgegevens contexten, Werkeenheid<DossiersContext> eenheid)
{
    /// <inheritdoc cref="Contextgegevens.Haal"/>
    public async Task<Adres> Van(string kvkNummer, Verwijzing gegevens, CancellationToken ct)
    {
        if (await eenheid.Sessie.LoadAsync<Adreskopie>(kvkNummer, ct) is { } kopie && kopie.Gegevens == gegevens.Id)
        {
            return kopie.Adres;
        }
        var adres = await contexten.Haal<Adres>(
            "relaties",
            $"/ondernemingen/{kvkNummer}/gegevens?gegevens={gegevens.Id}",
            gegevens.Hash,
            ct
        );
        eenheid.Sessie.Store(new Adreskopie(kvkNummer, gegevens.Id, adres));
        return adres;
    }
}
