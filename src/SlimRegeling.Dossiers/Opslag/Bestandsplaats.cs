using Marten;

namespace SlimRegeling.Dossiers.Opslag;

/// <summary>Where encrypted files stand. They are named after the SHA-256 of what is stored, so that anyone can check them without a key.</summary>
internal interface IBestandsplaats
{
    /// <summary>How the place is named in front of an address.</summary>
    string Naam { get; }

    /// <summary>It stands when the transaction of the session is committed; when it is not, nothing that anyone finds is left.</summary>
    Task Schrijf(IDocumentSession sessie, string adres, IEnumerable<ReadOnlyMemory<byte>> delen, CancellationToken ct);

    /// <summary>The pieces as they were written.</summary>
    /// <exception cref="FileNotFoundException">It does not stand here.</exception>
    IAsyncEnumerable<ReadOnlyMemory<byte>> Lees(string adres, CancellationToken ct);

    /// <summary>What is not there is no error.</summary>
    Task Verwijder(string adres, CancellationToken ct);

    /// <summary>Takes away what a killed process left.</summary>
    /// <param name="kent">Which of these addresses a document still has.</param>
    Task RuimOp(Func<IReadOnlyList<string>, CancellationToken, Task<IReadOnlySet<string>>> kent, CancellationToken ct);
}
